package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.BlackHole;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A store in PostgreSQL, from which nothing is heard any more")
class SilentNetworkTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final Duration BOUND = TIMEOUT.plusMillis(1_900);

    private static PGSimpleDataSource at(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setConnectTimeout(1);
        source.setLoginTimeout(1);
        return source;
    }

    private static Duration assertUnreachable(ThrowingCallable operation) {
        long begin = System.nanoTime();
        assertThatThrownBy(operation)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the database cannot be reached");
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    @DisplayName("ends a question within its time and a second")
    void endsAQuestion() {
        try (Wire wire = Wire.to(Postgres.port());
                HikariDataSource pool = pool(at(wire.port()))) {
            JdbcNotificationStore store = open(pool);
            wire.cut();

            assertThat(assertUnreachable(() -> store.read(APP))).isBetween(TIMEOUT, BOUND);
            wire.tear(); // which ends what the pool is at
        }
    }

    @Test
    @DisplayName("ends a change within its time and a second, if the driver needs no longer to cancel")
    void endsAChange() {
        try (Wire wire = Wire.to(Postgres.port());
                HikariDataSource pool = pool(cancelling(at(wire.port())))) {
            JdbcNotificationStore store = open(pool);
            Ledger before = Samples.write(store, Samples.gathering(Ledger.empty(APP), "a"));
            wire.cut();

            assertThat(assertUnreachable(() -> store.replace(before, Samples.gathering(before, "b"))))
                    .isBetween(TIMEOUT, BOUND);
            wire.tear(); // which ends what the pool is at
        }
    }

    private static PGSimpleDataSource cancelling(PGSimpleDataSource source) {
        source.setCancelSignalTimeout(1);
        return source;
    }

    private static JdbcNotificationStore open(HikariDataSource pool) {
        return JdbcNotificationStore.builder(pool)
                .tablePrefix(Postgres.freshPrefix())
                .operationTimeout(TIMEOUT)
                .open();
    }

    private static HikariDataSource pool(PGSimpleDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(1_000);
        return new HikariDataSource(config);
    }

    @Test
    @DisplayName("ends each operation soon if a pool finds no connection")
    void endsIfThereIsNoConnection() {
        try (BlackHole hole = BlackHole.open();
                HikariDataSource pool = emptyPool(at(hole.port()))) {
            assertThat(assertUnreachable(() -> JdbcNotificationStore.shared(pool)))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    @DisplayName("ends each operation soon if nobody answers who connects")
    void endsIfNobodyAnswers() {
        try (BlackHole hole = BlackHole.open()) {
            assertThat(assertUnreachable(() -> JdbcNotificationStore.shared(at(hole.port()))))
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    private static HikariDataSource emptyPool(PGSimpleDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
