package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A store in PostgreSQL")
class PostgresStoreTest extends NotificationStoreContract {
    private final String prefix = Postgres.freshPrefix();
    private final NotificationStore store = open();

    @Override
    protected NotificationStore store() {
        return store;
    }

    @Override
    protected Optional<NotificationStore> secondStore() {
        return Optional.of(open());
    }

    @Override
    protected Optional<NotificationStore> reopen() {
        store.close();
        return Optional.of(open());
    }

    private NotificationStore open() {
        return JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open();
    }
}
