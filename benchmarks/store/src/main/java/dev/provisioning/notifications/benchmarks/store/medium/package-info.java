/** Where stores keep their ledgers: a file of SQLite, or a database of a PostgreSQL server that is started for it. */
@NullMarked
package dev.provisioning.notifications.benchmarks.store.medium;

import org.jspecify.annotations.NullMarked;
