/** Many applications that are due at one instant. */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale.morning;

import org.jspecify.annotations.NullMarked;
