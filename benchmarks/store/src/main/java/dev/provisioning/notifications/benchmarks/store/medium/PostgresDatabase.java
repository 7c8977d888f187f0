package dev.provisioning.notifications.benchmarks.store.medium;

import com.zaxxer.hikari.HikariDataSource;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of a PostgreSQL server that nobody else uses meanwhile. */
final class PostgresDatabase implements Medium {
    /** Each transaction that changes anything draws one number, and no other does. */
    private static final String TRANSACTIONS = "select pg_snapshot_xmax(pg_current_snapshot())::text";

    private static final String BYTES = "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class"
            + " where relkind = 'r' and relnamespace = 'public'::regnamespace";

    private final HikariDataSource pool;

    PostgresDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public NotificationStore open() {
        return JdbcNotificationStore.shared(pool);
    }

    @Override
    public long commits() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Query.number(connection, TRANSACTIONS);
        }
    }

    @Override
    public long bytes() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Query.number(connection, BYTES);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
