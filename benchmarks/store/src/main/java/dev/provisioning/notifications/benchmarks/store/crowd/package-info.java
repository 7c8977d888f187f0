/** What a store is like that holds a million applications. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.crowd;

import org.jspecify.annotations.NullMarked;
