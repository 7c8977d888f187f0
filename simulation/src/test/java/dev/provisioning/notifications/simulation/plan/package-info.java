/** What one seed brings: who does what and when, and what goes wrong at which step. Data alone, known before anything runs. */
@NullMarked
package dev.provisioning.notifications.simulation.plan;

import org.jspecify.annotations.NullMarked;
