package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A store in PostgreSQL")
class PostgresStoreTest extends NotificationStoreContract {
    private final String prefix = Postgres.freshPrefix();
    private final JdbcNotificationStore store = open();

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

    @Override
    protected Optional<Consumer<Issue>> host() {
        return Optional.of(issue -> {
            try (Connection connection = Postgres.pool().getConnection()) {
                connection.setAutoCommit(false);
                store.transactional(connection).report(issue);
                connection.commit();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
    }

    private JdbcNotificationStore open() {
        return JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open();
    }
}
