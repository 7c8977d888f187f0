/** Ways to hear of a problem once and no more, each behind the same small interface. */
@NullMarked
package dev.provisioning.notifications.benchmarks.repeat.contestant;

import org.jspecify.annotations.NullMarked;
