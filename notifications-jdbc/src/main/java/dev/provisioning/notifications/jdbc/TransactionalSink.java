package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Reports issues within a transaction of the host. Not thread-safe, as the connection is not.
 *
 * @see JdbcNotificationStore#transactional(Connection)
 */
public final class TransactionalSink {
    private final Connection connection;
    private final Queries queries;

    TransactionalSink(Connection connection, Queries queries) {
        this.connection = connection;
        this.queries = queries;
    }

    /**
     * Reports an issue. Whether it deserves a mail is decided once the host has committed.
     *
     * @param issue what is wrong
     * @throws IllegalStateException if the connection commits each statement by itself
     * @throws StoreException if it could not be written; the host's transaction has failed with it, and is to be rolled
     *     back
     */
    public void report(Issue issue) {
        Objects.requireNonNull(issue, "issue");
        try {
            requireTransaction();
            queries.post(connection, issue);
        } catch (SQLException e) {
            throw PostgresFault.of(e).exception("report within a transaction", e);
        }
    }

    private void requireTransaction() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException(
                    "the connection commits each statement by itself; call setAutoCommit(false) first");
        }
    }
}
