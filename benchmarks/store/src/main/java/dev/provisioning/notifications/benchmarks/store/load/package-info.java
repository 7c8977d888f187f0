/** Doing the same again and again, by several threads, and how long it takes. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.load;

import org.jspecify.annotations.NullMarked;
