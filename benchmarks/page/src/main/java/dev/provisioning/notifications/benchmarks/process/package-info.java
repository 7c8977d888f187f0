/** Java processes of a benchmark's own, for what must not share one with its neighbour: processor time, heap, class path. */
@NullMarked
package dev.provisioning.notifications.benchmarks.process;

import org.jspecify.annotations.NullMarked;
