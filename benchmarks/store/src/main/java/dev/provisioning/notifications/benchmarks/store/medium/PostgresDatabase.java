package dev.provisioning.notifications.benchmarks.store.medium;

import com.zaxxer.hikari.HikariDataSource;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A database of a PostgreSQL server that nobody else uses meanwhile. */
final class PostgresDatabase implements Medium {
    /** Each transaction that changes anything draws one number, and no other does. */
    private static final String TRANSACTIONS = "select pg_snapshot_xmax(pg_current_snapshot())::text";

    private static final String BYTES = "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class"
            + " where relkind = 'r' and relnamespace = 'public'::regnamespace";

    private final PostgresServer server;
    private final String name;
    private final HikariDataSource pool;

    PostgresDatabase(PostgresServer server, String name) throws SQLException {
        this.server = server;
        this.name = name.toLowerCase(Locale.ROOT);
        this.pool = server.pool(name);
    }

    @Override
    public NotificationStore open() {
        return JdbcNotificationStore.shared(pool);
    }

    @Override
    public NotificationStore openOnNode() {
        return JdbcNotificationStore.shared(server.connect(name));
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
