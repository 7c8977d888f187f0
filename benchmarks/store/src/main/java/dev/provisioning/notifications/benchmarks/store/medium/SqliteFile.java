package dev.provisioning.notifications.benchmarks.store.medium;

import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A file of SQLite, and what stands beside it. */
public final class SqliteFile implements Medium {
    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    /** {@return which version there is} */
    public static String version() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return Query.text(connection, "select sqlite_version()");
        }
    }

    @Override
    public NotificationStore open() {
        return JdbcNotificationStore.file(file);
    }

    @Override
    public long commits() throws IOException {
        return 0;
    }

    @Override
    public long bytes() throws IOException {
        long bytes = Files.size(file);
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return Files.exists(log) ? bytes + Files.size(log) : bytes;
    }

    @Override
    public void close() {}
}
