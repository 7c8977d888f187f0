/**
 * What the repeat costs, a report of what is held already: {@code Main} has JMH measure it beside what others would do in its
 * place, and writes what came of it into {@code docs/performance.md}.
 */
@NullMarked
package dev.provisioning.notifications.benchmarks.repeat;

import org.jspecify.annotations.NullMarked;
