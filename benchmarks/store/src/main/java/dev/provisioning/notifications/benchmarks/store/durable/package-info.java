/** What it takes until a new issue survives the loss of power. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.durable;

import org.jspecify.annotations.NullMarked;
