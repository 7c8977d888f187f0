/** How fast the stores in databases are: {@code Main} puts the same loads on them and on their peers in turn, and writes what came of
 * it into {@code docs/performance.md}. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store;

import org.jspecify.annotations.NullMarked;
