/** What was measured, as the tables and the picture of {@code docs/performance.md}. */
@NullMarked
package dev.provisioning.notifications.benchmarks.repeat.report;

import org.jspecify.annotations.NullMarked;
