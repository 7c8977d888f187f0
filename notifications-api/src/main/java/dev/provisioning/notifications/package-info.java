/** What a provisioning engine reports to. */
@NullMarked
package dev.provisioning.notifications;

import org.jspecify.annotations.NullMarked;
