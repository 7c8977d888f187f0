/** How long it takes until the first report is accepted, with many applications and beside other libraries. */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale.start;

import org.jspecify.annotations.NullMarked;
