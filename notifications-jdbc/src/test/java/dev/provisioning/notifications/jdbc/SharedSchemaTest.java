package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tables of a store in PostgreSQL")
class SharedSchemaTest {
    private final String prefix = Postgres.freshPrefix();

    private JdbcNotificationStoreBuilder builder() {
        return JdbcNotificationStore.builder(Postgres.pool()).tablePrefix(prefix);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = Postgres.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertWorks(NotificationStore store) {
        Ledger ledger = Samples.write(store, Samples.mailed(store.read(APP), Samples.NOON));
        assertThat(store.read(APP)).isEqualTo(ledger);
        assertThat(store.mails(APP, 10)).isNotEmpty();
        assertThat(store.outbox().orElseThrow().waiting(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    @DisplayName("are made once, however many nodes are started at once, and whatever isolation they are used to")
    void areMadeOnce(String isolation) {
        DataSource source = Postgres.bare("-c default_transaction_isolation=" + isolation.replace(" ", "\\ "));
        CountDownLatch together = new CountDownLatch(8);
        List<JdbcNotificationStore> stores = Threads.join(Threads.start(8, i -> () -> {
            together.countDown();
            together.await();
            return JdbcNotificationStore.builder(source).tablePrefix(prefix).open();
        }));

        stores.forEach(SharedSchemaTest::assertWorks);
        assertThat(stores.get(0).read(APP).revision()).isEqualTo(8);
    }

    @Test
    @DisplayName("are refused if they are newer, with both versions named, and left alone")
    void areRefusedIfNewer() throws SQLException {
        builder().open().close();
        execute("update " + prefix + "version set version = 7");

        assertThatThrownBy(() -> builder().open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(prefix + "ledger")
                .hasMessageContaining("version 7")
                .hasMessageContaining("what this library knows, 1");
    }

    @Test
    @DisplayName("are asked for if they are not there and may not be made")
    void areAskedFor() {
        assertThatThrownBy(() -> builder().createTables(false).open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(prefix + "ledger")
                .hasMessageContaining("not there")
                .hasMessageContaining("ddl()");
    }

    @Test
    @DisplayName("may be made by hand, after which a store works that may not make any")
    void mayBeMadeByHand() throws SQLException {
        execute(builder().ddl());

        try (NotificationStore store = builder().createTables(false).open()) {
            assertWorks(store);
        }
        try (NotificationStore store = builder().open()) {
            assertWorks(store);
        }
    }

    @Test
    @DisplayName("may be made by hand in a schema that is not the first of the search path")
    void mayBeMadeByHandInASchema() throws SQLException {
        execute("create schema " + prefix + "made");
        JdbcNotificationStoreBuilder builder = builder().schema(prefix + "made");
        execute(builder.ddl());

        try (NotificationStore store = builder.createTables(false).open()) {
            assertWorks(store);
        }
    }

    @Test
    @DisplayName("of different prefixes or schemas do not see each other")
    void doNotSeeEachOther() throws SQLException {
        execute("create schema " + prefix + "a");
        execute("create schema " + prefix + "b");
        List<JdbcNotificationStoreBuilder> builders = List.of(
                builder(),
                builder().tablePrefix(prefix + "more_"),
                builder().schema(prefix + "a"),
                builder().schema(prefix + "b"));

        for (JdbcNotificationStoreBuilder builder : builders) {
            try (NotificationStore store = builder.open()) {
                assertThat(store.read(APP)).isEqualTo(Ledger.empty(APP));
                assertThat(store.mails(APP, 10)).isEmpty();
                assertWorks(store);
            }
        }
    }

    @Test
    @DisplayName("are not made in a schema that is not there")
    void needASchema() {
        assertThatThrownBy(() -> builder().schema("nowhere").open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the schema is not there");
    }

    @Test
    @DisplayName("are not made in half if making them fails")
    void areNotMadeInHalf() throws SQLException {
        execute("create table " + prefix + "outbox (in_the_way text)");
        assertThatThrownBy(() -> builder().open()).isInstanceOf(StoreException.class);

        execute("drop table " + prefix + "outbox");
        try (NotificationStore store = builder().open()) {
            assertWorks(store);
        }
    }
}
