/**
 * What grows with the number of applications, and how: {@code Main} measures memory, mornings, starts and mails, and writes
 * what came of it into {@code docs/performance.md} and {@code docs/scale.md}.
 */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
