/** Tests about the other modules as a whole. */
@NullMarked
package dev.provisioning.notifications.architecture;

import org.jspecify.annotations.NullMarked;
