package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A store in PostgreSQL whose server or neighbours misbehave")
class ServerFaultsTest {
    private static final AppId OTHER = Samples.app("workday");
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final String prefix = Postgres.freshPrefix();
    private final HikariDataSource pool = pool(3);
    private final JdbcNotificationStore store = JdbcNotificationStore.builder(pool)
            .tablePrefix(prefix)
            .operationTimeout(TIMEOUT)
            .open();
    private Ledger before = Ledger.empty(APP);

    private HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        PGSimpleDataSource source = Postgres.bare("");
        source.setApplicationName(prefix);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    @BeforeEach
    void write() {
        before = Samples.write(store, Samples.gathering(before, "a"));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    /** Ends all connections of the store, as an administrator or a restart does; returns how many there were. */
    private int terminate() {
        return Postgres.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ?")) {
                statement.setString(1, prefix);
                try (ResultSet count = statement.executeQuery()) {
                    count.next();
                    return count.getInt(1);
                }
            }
        });
    }

    /** Does something while another transaction holds the row of an application. */
    private void whileLocked(AppId app, Runnable action) throws SQLException {
        try (Connection connection = Postgres.bare().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from " + prefix + "ledger where name = ? for update")) {
            connection.setAutoCommit(false);
            statement.setString(1, app.name());
            statement.execute();
            action.run();
            connection.rollback();
        }
    }

    private static Duration timeOf(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    @DisplayName("reads on over other connections when all have been ended")
    void readsOn() {
        assertThat(terminate()).isPositive();
        assertThat(store.read(APP)).isEqualTo(before);

        assertThat(terminate()).isPositive();
        assertThat(store.due(Samples.NOON, Samples.HORIZON, 10)).containsExactly(APP);
    }

    @Test
    @DisplayName("makes a change at most once when all connections have been ended, and writes on")
    void makesAChangeAtMostOnce() {
        assertThat(terminate()).isPositive();

        assertThatThrownBy(() -> store.replace(before, Samples.gathering(before, "b")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database ends connections");
        assertThat(store.read(APP)).isEqualTo(before);
        assertThat(store.replace(before, Samples.gathering(before, "b"))).isTrue();
    }

    @Test
    @DisplayName("has not made a change in whose midst its connection was ended")
    void hasNotMadeAnEndedChange() throws SQLException {
        whileLocked(APP, () -> {
            Threads.Running<Boolean> writing =
                    Threads.start(() -> store.replace(before, Samples.gathering(before, "b")));
            awaitBlocked();
            terminate();
            assertThatThrownBy(writing::result).rootCause().hasMessageContaining("terminating connection");
        });
        assertThat(store.read(APP)).isEqualTo(before);
    }

    private void awaitBlocked() {
        Postgres.await("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and application_name = '"
                + prefix + "'");
    }

    @Test
    @DisplayName("gives up after its time a row that another transaction holds, while other applications go on")
    void givesUpALockedRow() throws SQLException {
        Ledger other = Samples.write(store, Samples.gathering(Ledger.empty(OTHER), "a"));
        whileLocked(APP, () -> {
            Threads.Running<Duration> blocked = Threads.start(() ->
                    timeOf(() -> assertThatThrownBy(() -> store.replace(before, Samples.gathering(before, "b")))
                            .isInstanceOf(StoreException.class)
                            .hasMessageContaining("it took too long")));
            awaitBlocked();
            Samples.write(store, Samples.gathering(other, "b"));
            assertThat(store.read(APP)).isEqualTo(before);
            assertThat(blocked.thread().isAlive()).isTrue();

            assertThat(blocked.result()).isBetween(TIMEOUT, TIMEOUT.plusSeconds(1));
        });
        assertThat(store.read(APP)).isEqualTo(before);
        assertThat(store.replace(before, Samples.gathering(before, "b"))).isTrue();
    }

    @Test
    @DisplayName("lets other applications go on, however many rows another transaction holds")
    void letsOthersGoOn() throws SQLException {
        List<Ledger> held = Stream.of("a", "b", "c")
                .map(name -> Samples.write(store, Samples.app(name), Samples.due(Samples.NOON)))
                .toList();
        try (HikariDataSource larger = pool(6);
                Connection connection = Postgres.bare().getConnection();
                Statement statement = connection.createStatement()) {
            JdbcNotificationStore busy = JdbcNotificationStore.builder(larger)
                    .tablePrefix(prefix)
                    .operationTimeout(TIMEOUT)
                    .open();
            connection.setAutoCommit(false);
            statement.execute("select 1 from " + prefix + "ledger where name in ('a', 'b', 'c') for update");
            List<Threads.Running<Boolean>> blocked = held.stream()
                    .map(ledger -> Threads.start(() -> busy.replace(ledger, Samples.gathering(ledger, "a"))))
                    .toList();
            awaitBlocked();

            assertThat(timeOf(() -> Samples.write(busy, Samples.gathering(before, "b"))))
                    .isLessThan(TIMEOUT.dividedBy(2));
            assertThat(blocked).anyMatch(each -> each.thread().isAlive());
            connection.rollback();
            assertThat(blocked).allSatisfy(each -> assertThat(each.result()).isTrue());
        }
    }

    @Test
    @DisplayName("names a database that takes no changes")
    void namesAStandby() {
        JdbcNotificationStoreBuilder standby =
                JdbcNotificationStore.builder(Postgres.bare("-c default_transaction_read_only=on"));

        assertThatThrownBy(() -> standby.tablePrefix(Postgres.freshPrefix()).open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("takes no changes; is it a standby?");
        try (JdbcNotificationStore there = standby.tablePrefix(prefix).open()) {
            assertThat(there.read(APP)).isEqualTo(before);
            assertThatThrownBy(() -> there.replace(before, Samples.gathering(before, "b")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("takes no changes; is it a standby?");
        }
    }
}
