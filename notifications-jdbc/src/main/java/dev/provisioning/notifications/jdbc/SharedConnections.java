package dev.provisioning.notifications.jdbc;

import java.io.Serial;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's connections, each lent for one operation, with bounds on its time, and given back as it was. */
final class SharedConnections {
    /** What a driver does when the network is silent for too long, it does at once. */
    private static final Executor AT_ONCE = Runnable::run;

    private static final int GRACE_MILLIS = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(SharedConnections.class);

    private final DataSource dataSource;
    private final int timeoutSeconds;

    SharedConnections(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeoutSeconds = (int) Math.max(1, (timeout.toMillis() + 999) / 1_000);
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    /**
     * Runs statements that each commit themselves.
     *
     * @param mayWait whether they may have to wait for another transaction, which the server is to be told to end: a
     *     message over a connection of its own, for whose end a driver waits, however silent the network is
     */
    <T> T use(boolean mayWait, Session.Work<T> work) throws SQLException {
        return lent(connection -> {
            List<PreparedStatement> open = new ArrayList<>(1);
            try {
                return work.with(sql -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    open.add(statement);
                    if (mayWait) {
                        statement.setQueryTimeout(timeoutSeconds);
                    }
                    return statement;
                });
            } finally {
                for (PreparedStatement statement : open) {
                    statement.close();
                }
            }
        });
    }

    /** What is done with a connection of the host. */
    interface Borrower<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Lends a connection that commits each statement by itself, and takes it back as it was, however that ends. */
    <T> T lent(Borrower<T> borrower) throws SQLException {
        try (Connection connection = connection()) {
            int networkTimeout = connection.getNetworkTimeout();
            boolean autoCommit = connection.getAutoCommit();
            connection.setNetworkTimeout(AT_ONCE, timeoutSeconds * 1_000 + GRACE_MILLIS);
            try {
                setAutoCommit(connection, true);
                return borrower.with(connection);
            } finally {
                restore(connection, autoCommit, networkTimeout);
            }
        }
    }

    private Connection connection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new NoConnectionException(e);
        }
    }

    /** There was no connection to be had, so nothing was done; and whoever waits for one has waited long enough. */
    static final class NoConnectionException extends SQLException {
        @Serial
        private static final long serialVersionUID = 1L;

        NoConnectionException(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause);
        }
    }

    /** Does something in a transaction of its own, in which each statement sees what others have committed before it. */
    <T> T inTransaction(Borrower<T> borrower) throws SQLException {
        return lent(connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level read committed");
                T result = borrower.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback(); // nothing, if it was committed
                connection.setAutoCommit(true);
            }
        });
    }

    /** What is over is over: a connection that cannot be set back is broken, which whoever gets it next will find. */
    private static void restore(Connection connection, boolean autoCommit, int networkTimeout) {
        try {
            setAutoCommit(connection, autoCommit);
            connection.setNetworkTimeout(AT_ONCE, networkTimeout);
        } catch (SQLException e) {
            LOG.debug("A connection is not as it was", e);
        }
    }

    private static void setAutoCommit(Connection connection, boolean autoCommit) throws SQLException {
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
