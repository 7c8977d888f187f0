package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A closed store")
class ClosedStoreTest {
    @TempDir
    private Path directory;

    private final String prefix = Postgres.freshPrefix();

    @ParameterizedTest
    @EnumSource
    @DisplayName("answers every operation by a StoreException that says so, and may be closed again")
    void answersNothing(Backend backend) {
        NotificationStore store = backend.builder(directory, prefix).open();
        Ledger ledger = Samples.write(store, Samples.gathering(Ledger.empty(APP), "a"));
        store.close();
        store.close();

        List<ThrowingCallable> operations = List.of(
                () -> store.read(APP),
                () -> store.replace(ledger, ledger.successor(Samples.due(NOON))),
                () -> store.due(NOON, NOON, 10),
                () -> store.nextDue(NOON),
                () -> store.mails(APP, 10),
                () -> store.erase(APP),
                () -> store.outbox()
                        .orElseThrow(() -> new StoreException("the store is closed", null))
                        .waiting(10));
        assertThat(operations)
                .allSatisfy(operation -> assertThatThrownBy(operation)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("the store is closed"));
        try (NotificationStore next = backend.builder(directory, prefix).open()) {
            assertThat(next.read(APP)).isEqualTo(ledger);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has everything that it confirmed to those who wrote while it was closed")
    void hasWhatItConfirmed(Backend backend) throws InterruptedException {
        NotificationStore store = backend.builder(directory, prefix).open();
        CountDownLatch atWork = new CountDownLatch(40);
        List<Threads.Running<Long>> writers =
                Threads.start(8, i -> () -> writeUntilClosed(store, Samples.app("app " + i), atWork));
        atWork.await();
        store.close();
        List<Long> confirmed = Threads.join(writers);

        try (NotificationStore next = backend.builder(directory, prefix).open()) {
            for (int i = 0; i < confirmed.size(); i++) {
                assertThat(next.read(Samples.app("app " + i)).revision())
                        .isBetween(confirmed.get(i), confirmed.get(i) + 1);
            }
        }
    }

    /** How many changes were confirmed. */
    private static long writeUntilClosed(NotificationStore store, AppId app, CountDownLatch atWork) {
        Ledger ledger = Ledger.empty(app);
        try {
            while (store.replace(ledger, ledger.successor(Samples.due(NOON)))) {
                ledger = ledger.successor(Samples.due(NOON));
                atWork.countDown();
            }
            throw new AssertionError("somebody else has written");
        } catch (StoreException e) {
            assertThat(e).hasMessageContaining("the store is closed");
            return ledger.revision();
        }
    }
}
