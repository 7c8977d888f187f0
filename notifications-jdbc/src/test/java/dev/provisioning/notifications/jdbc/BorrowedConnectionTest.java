package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A connection of a host that commits by itself, and isolates strictly")
class BorrowedConnectionTest {
    private static final int NETWORK_TIMEOUT = 123_456;

    private final String prefix = Postgres.freshPrefix();
    private Connection connection;
    private NotificationStore store;

    @BeforeEach
    void open() throws SQLException {
        connection = Postgres.bare().getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT);
        store = JdbcNotificationStore.builder(lending(connection))
                .tablePrefix(prefix)
                .open();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** A pool of one connection, which trusts its borrowers to give it back as it was. */
    private static DataSource lending(Connection connection) {
        Object lent = Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> lent);
    }

    private void assertAsItWas() throws SQLException {
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(connection.getNetworkTimeout()).isEqualTo(NETWORK_TIMEOUT);
        try (Connection other = Postgres.bare().getConnection();
                Statement statement = other.createStatement();
                ResultSet state = statement.executeQuery("select state from pg_stat_activity where pid = " + pid())) {
            state.next();
            assertThat(state.getString(1)).as("of its session").isEqualTo("idle");
        }
    }

    private int pid() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            return pid.getInt(1);
        } finally {
            connection.rollback();
        }
    }

    @Test
    @DisplayName("serves every operation, whose changes others see at once, and is as it was")
    void servesEveryOperation() throws SQLException {
        assertAsItWas();
        Ledger ledger = Samples.write(store, Samples.mailed(Ledger.empty(APP), Samples.NOON));
        assertAsItWas();

        try (NotificationStore other = JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open()) {
            assertThat(other.read(APP)).isEqualTo(ledger);
            assertThat(other.mails(APP, 10)).isEqualTo(store.mails(APP, 10));
            Ledger next = Samples.write(other, Samples.gathering(ledger, "a"));
            assertThat(store.read(APP)).isEqualTo(next);
            assertThat(store.replace(ledger, ledger.successor(Samples.due(Samples.NOON))))
                    .isFalse();
        }
        store.erase(APP);
        assertAsItWas();
    }

    @Test
    @DisplayName("is as it was after an operation that the database refused")
    void isAsItWasAfterARefusal() throws SQLException {
        try (Connection other = Postgres.bare().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("drop table " + prefix + "mail");
        }
        assertThatThrownBy(() -> store.mails(APP, 10)).hasMessageContaining("the tables are not there");
        assertAsItWas();
    }

    @Test
    @DisplayName("is as it was after a row was read that is damaged")
    void isAsItWasAfterADamagedRow() throws SQLException {
        Samples.write(store, Samples.gathering(Ledger.empty(APP), "a"));
        Backend.POSTGRESQL.execute(Path.of("."), prefix, "update $ledger set checksum = 0");

        assertThatThrownBy(() -> store.read(APP)).isInstanceOf(StoreException.class);
        assertAsItWas();
    }

    @Test
    @DisplayName("is as it was after a store could not be opened")
    void isAsItWasAfterOpeningFailed() throws SQLException {
        Backend.POSTGRESQL.execute(Path.of("."), prefix, "update $version set version = 7");

        assertThatThrownBy(() -> JdbcNotificationStore.builder(lending(connection))
                        .tablePrefix(prefix)
                        .open())
                .isInstanceOf(StoreException.class);
        assertAsItWas();
    }

    @Test
    @DisplayName("has nothing of a transaction that ended in an exception, and is as it was")
    void hasNothingOfAFailedTransaction() throws SQLException {
        SharedConnections connections = new SharedConnections(lending(connection), Duration.ofSeconds(5));

        assertThatThrownBy(() -> connections.inTransaction(borrowed -> {
                    try (Statement statement = borrowed.createStatement()) {
                        statement.execute("create table " + prefix + "half (made text)");
                    }
                    throw new IllegalStateException("no further");
                }))
                .hasMessage("no further");
        assertThat(Postgres.number("select count(*) from pg_class where relname = '" + prefix + "half'"))
                .isZero();
        assertAsItWas();
    }
}
