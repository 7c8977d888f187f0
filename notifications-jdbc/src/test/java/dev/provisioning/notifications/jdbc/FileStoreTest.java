package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    @Test
    @DisplayName("has a used slot together with its mail, or neither")
    void aUsedSlotAndItsMailAreThereTogetherOrNotAtAll() throws SQLException {
        Ledger held = Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
        store.close();
        Backend.FILE.execute(
                directory,
                "notification_",
                "create trigger no_room before insert on $mail begin select raise(abort, 'no room'); end");
        store = JdbcNotificationStore.file(directory.resolve("store.db"));

        assertThatThrownBy(() -> store.replace(held, Samples.mailed(held, Samples.NOON)))
                .isInstanceOf(StoreException.class);

        assertThat(store.read(Samples.APP)).isEqualTo(held);
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
