/** What was measured, as a section of {@code docs/performance.md}. */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale.report;

import org.jspecify.annotations.NullMarked;
