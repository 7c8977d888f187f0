/** Keeps ledgers in a database, so that a restart forgets nothing and many nodes send one mail. */
@NullMarked
package dev.provisioning.notifications.jdbc;

import org.jspecify.annotations.NullMarked;
