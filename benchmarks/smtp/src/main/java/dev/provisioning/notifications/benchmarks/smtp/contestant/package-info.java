/** Ways to send a mail, each behind the same small interface and in a process of its own. */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp.contestant;

import org.jspecify.annotations.NullMarked;
