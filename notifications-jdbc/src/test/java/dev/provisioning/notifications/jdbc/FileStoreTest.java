package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store in an SQLite file")
class FileStoreTest extends NotificationStoreContract {
    @TempDir
    private Path directory;

    private NotificationStore store;

    @BeforeEach
    void open() {
        store = JdbcNotificationStore.file(directory.resolve("store.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected NotificationStore store() {
        return store;
    }

    @Override
    protected Optional<NotificationStore> reopen() {
        store.close();
        return Optional.of(JdbcNotificationStore.file(directory.resolve("store.db")));
    }
}
