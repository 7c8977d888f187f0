/**
 * Compares what engines were answered, what administrators have set, and what the mail server has accepted. Knows a
 * {@link dev.provisioning.notifications.simulation.check.Journal} of that alone, and uses nothing of the library.
 */
@NullMarked
package dev.provisioning.notifications.simulation.check;

import org.jspecify.annotations.NullMarked;
