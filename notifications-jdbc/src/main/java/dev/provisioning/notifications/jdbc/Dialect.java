package dev.provisioning.notifications.jdbc;

import java.util.Locale;

/** The databases that the store speaks with, as far as their SQL differs. */
enum Dialect {
    SQLITE("select count(*) from sqlite_master where name = ?", "0", ""),
    POSTGRESQL(
            "select count(to_regclass(?))",
            "(extract(epoch from clock_timestamp()) * 1000000)::bigint",
            "select pg_advisory_xact_lock(7021806251127)");

    private final String exists;
    private final String clock;
    private final String lockSchema;

    Dialect(String exists, String clock, String lockSchema) {
        this.exists = exists;
        this.clock = clock;
        this.lockSchema = lockSchema;
    }

    /** A question with the name of a table as its parameter, answered by how many there are. */
    String exists() {
        return exists;
    }

    /** An expression for the database's time, in microseconds since 1970; 0 if it has none of its own. */
    String clock() {
        return clock;
    }

    /** Keeps others from looking at the tables' version until the transaction ends; empty if there are no others. */
    String lockSchema() {
        return lockSchema;
    }

    /** The name of the script that brings the tables to a version. */
    String script(int version) {
        return name().toLowerCase(Locale.ROOT) + "-" + version + ".sql";
    }
}
