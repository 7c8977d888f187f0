/** The transport inside of other programs: what it needs of them, and what it leaves alone. By its public API only. */
@NullMarked
package dev.provisioning.notifications.embedding;

import org.jspecify.annotations.NullMarked;
