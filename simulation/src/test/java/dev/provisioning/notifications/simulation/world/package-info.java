/** Where a plan happens, in one thread: true time, nodes with clocks of their own, a store, a mail server, administrators. */
@NullMarked
package dev.provisioning.notifications.simulation.world;

import org.jspecify.annotations.NullMarked;
