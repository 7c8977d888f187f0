package dev.provisioning.notifications.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The databases that the store speaks with, as far as their SQL differs. */
enum Dialect {
    SQLITE("0", "") {
        @Override
        String exists(@Nullable String schema) {
            return "select count(*) from sqlite_master where name = ?";
        }
    },

    POSTGRESQL(
            "(extract(epoch from clock_timestamp()) * 1000000)::bigint",
            "select pg_advisory_xact_lock(7021806251127)") {
        /** Not by {@code to_regclass}, which does not see what was made while this transaction waited for a lock. */
        @Override
        String exists(@Nullable String schema) {
            return "select count(*) from pg_catalog.pg_class c"
                    + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relname = ? and n.nspname = "
                    + (schema == null ? "any (current_schemas(false))" : "'" + schema + "'");
        }
    };

    private final String clock;
    private final String lockSchema;

    Dialect(String clock, String lockSchema) {
        this.clock = clock;
        this.lockSchema = lockSchema;
    }

    /**
     * A question with the name of a table as its parameter, answered by how many there are.
     *
     * @param schema the schema to look in; null for all of the search path
     */
    abstract String exists(@Nullable String schema);

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
