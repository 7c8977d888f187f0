/** From the report to the mail server's answer, and where the processor time goes on that way. */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale.mails;

import org.jspecify.annotations.NullMarked;
