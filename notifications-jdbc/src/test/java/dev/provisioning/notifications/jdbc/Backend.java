package dev.provisioning.notifications.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The two sorts of stores, for what holds of both; each test gets tables of its own. */
enum Backend {
    FILE {
        @Override
        JdbcNotificationStoreBuilder builder(Path directory, String prefix) {
            return JdbcNotificationStore.builder(directory.resolve("store.db")).tablePrefix(prefix);
        }

        @Override
        Connection connect(Path directory) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
        }
    },

    POSTGRESQL {
        @Override
        JdbcNotificationStoreBuilder builder(Path directory, String prefix) {
            return JdbcNotificationStore.builder(Postgres.pool()).tablePrefix(prefix);
        }

        @Override
        Connection connect(Path directory) throws SQLException {
            return Postgres.pool().getConnection();
        }
    };

    /** Sets up a store. */
    abstract JdbcNotificationStoreBuilder builder(Path directory, String prefix);

    /** Goes in by the back door. */
    abstract Connection connect(Path directory) throws SQLException;

    /** Runs commands by the back door, with {@code $} for the prefix of the tables; returns how many rows they changed. */
    int execute(Path directory, String prefix, String... commands) throws SQLException {
        try (Connection connection = connect(directory);
                Statement statement = connection.createStatement()) {
            int rows = 0;
            for (String command : commands) {
                rows += statement.executeUpdate(command.replace("$", prefix));
            }
            return rows;
        }
    }
}
