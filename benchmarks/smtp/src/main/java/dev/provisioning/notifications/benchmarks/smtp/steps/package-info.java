/** What each step of a mail costs without a server, measured by JMH. */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp.steps;

import org.jspecify.annotations.NullMarked;
