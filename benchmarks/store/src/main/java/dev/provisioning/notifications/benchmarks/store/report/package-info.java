/** What was measured, as the tables of {@code docs/performance.md}. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.report;

import org.jspecify.annotations.NullMarked;
