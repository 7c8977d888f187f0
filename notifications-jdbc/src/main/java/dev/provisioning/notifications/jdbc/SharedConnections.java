package dev.provisioning.notifications.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** The host's connections, each lent for one operation, with bounds on its time, and given back as it was. */
final class SharedConnections {
    /** What a driver does when the network is silent for too long, it does at once. */
    private static final Executor AT_ONCE = Runnable::run;

    private static final int GRACE_MILLIS = 1_000;

    private final DataSource dataSource;
    private final int timeoutSeconds;

    SharedConnections(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeoutSeconds = (int) Math.max(1, (timeout.toMillis() + 999) / 1_000);
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    /** Runs statements that each commit themselves. */
    <T> T use(Session.Work<T> work) throws SQLException {
        return lent(connection -> {
            List<PreparedStatement> open = new ArrayList<>(1);
            try {
                return work.with(sql -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    open.add(statement);
                    statement.setQueryTimeout(timeoutSeconds);
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

    /** Lends a connection that commits each statement by itself. */
    <T> T lent(Borrower<T> borrower) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int networkTimeout = connection.getNetworkTimeout();
            boolean autoCommit = connection.getAutoCommit();
            connection.setNetworkTimeout(AT_ONCE, timeoutSeconds * 1_000 + GRACE_MILLIS);
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            T result = borrower.with(connection);
            if (!autoCommit) {
                connection.setAutoCommit(false);
            }
            connection.setNetworkTimeout(AT_ONCE, networkTimeout);
            return result;
        }
    }
}
