/**
 * Months of several nodes in one thread, with every fault that a seed can bring; a model that shares no code with the
 * library says whether the promises held.
 */
@NullMarked
package dev.provisioning.notifications.simulation;

import org.jspecify.annotations.NullMarked;
