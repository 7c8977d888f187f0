package dev.provisioning.notifications.benchmarks.store.medium;

import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A file of SQLite, and what stands beside it. */
public final class SqliteFile implements Medium {
    private final Path file;
    private @Nullable JdbcNotificationStore store;

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
        JdbcNotificationStore opened = JdbcNotificationStore.file(file);
        store = opened;
        return opened;
    }

    @Override
    public long commits() {
        return store == null ? 0 : store.commits();
    }

    @Override
    public long bytes() throws IOException {
        Path log = beside("-wal");
        return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
    }

    @Override
    public void close() {}

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
