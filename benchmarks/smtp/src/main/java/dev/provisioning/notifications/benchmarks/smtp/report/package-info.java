/** What was measured, as the tables of {@code docs/performance.md}. */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp.report;

import org.jspecify.annotations.NullMarked;
