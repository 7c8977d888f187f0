/**
 * What holds across {@code kill -9}, paused nodes and lost databases, proved by real processes: a parent starts a
 * {@link dev.provisioning.notifications.soak.child.Child}, does harm to it, and lets a
 * {@link dev.provisioning.notifications.soak.check.Checker} compare what was acknowledged with what was mailed.
 */
@NullMarked
package dev.provisioning.notifications.soak;

import org.jspecify.annotations.NullMarked;
