/**
 * How fast the SMTP transport is: {@code Main} starts a sink and the contestants, puts the same loads on each of them in
 * turn, and writes what came of it into {@code docs/performance.md}.
 */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp;

import org.jspecify.annotations.NullMarked;
