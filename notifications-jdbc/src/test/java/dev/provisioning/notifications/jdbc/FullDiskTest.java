package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is imitated by a bound on the pages of the file, at which SQLite gives the same answer. */
@DisplayName("A store in a file whose disk is full")
class FullDiskTest {
    private static final int NONE = 1;
    private static final int PLENTY = 100_000;

    @TempDir
    private Path directory;

    private final List<Connection> connections = new ArrayList<>();
    private int pages = PLENTY;
    private Path file;
    private JdbcNotificationStore store;

    @BeforeEach
    void open() {
        file = directory.resolve("store.db");
        Names names = new Names(null, "notification_");
        Duration timeout = Duration.ofSeconds(5);
        FileDatabase database =
                FileDatabase.open(file, new Schema(Dialect.SQLITE, names, true), this::bounded, names, timeout);
        store = new JdbcNotificationStore(database, new Queries(names, Dialect.SQLITE.clock()), Duration.ofDays(90));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Connection bounded(StoreFile storeFile) throws SQLException {
        Connection connection = storeFile.connect();
        connections.add(connection);
        bound(connection);
        return connection;
    }

    /** SQLite takes a bound below what there is for what there is. */
    private void bound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma max_page_count = " + pages);
        }
    }

    private void leaveRoomFor(int more) {
        pages = more;
        try {
            for (Connection connection : connections) {
                if (!connection.isClosed()) {
                    bound(connection);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Ledger large(Ledger before, String prefix) {
        return Samples.gathering(
                before, IntStream.range(0, 100).mapToObj(i -> prefix + i).toArray(String[]::new));
    }

    @Test
    @DisplayName("says so, has made nothing of the change, still reads, and goes on once there is room")
    void goesOnOnceThereIsRoom() {
        Ledger before = Samples.write(store, Samples.gathering(Ledger.empty(APP), "a"));
        leaveRoomFor(NONE);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store.replace(before, large(before, "b")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining(file.toString());
            assertThat(store.read(APP)).isEqualTo(before);
        }

        leaveRoomFor(PLENTY);
        assertThat(store.replace(before, large(before, "b"))).isTrue();
        store.close();
        store = JdbcNotificationStore.file(file);
        assertThat(store.read(APP)).isEqualTo(large(before, "b"));
    }

    /** Hears what becomes of the store. */
    private static final class Listener implements NotificationListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void storeLost(Throwable cause) {
            heard.add("lost: " + cause.getMessage());
        }

        @Override
        public void storeBack() {
            heard.add("back");
        }
    }

    private final ManualTime time = ManualTime.startingAt(NOON);
    private final RecordingTransport mail = new RecordingTransport();
    private final Listener listener = new Listener();

    private Notifier notifier() {
        Subscription.Builder subscription = Subscription.builder("Salesforce");
        IntStream.range(0, 50)
                .forEach(i -> subscription.recipient("administrators-of-salesforce-" + i + "@example.com"));
        Subscription everybody = subscription.build();
        return Notifier.builder()
                .transport(mail)
                .subscriptions(app -> everybody)
                .store(store)
                .listener(listener)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build();
    }

    private static Issue issue(int number) {
        return Issue.builder(APP, IssueKind.QUARANTINED)
                .key("key " + number)
                .summary("Problem " + number)
                .detail("x".repeat(Issue.MAX_DETAIL))
                .build();
    }

    @Test
    @DisplayName("is told of once; issues wait in memory, and are written and mailed once there is room")
    void isToldOfOnce() {
        try (Notifier notifier = notifier()) {
            assertThat(notifier.report(issue(0))).isEqualTo(Disposition.HELD);
            leaveRoomFor(NONE);
            for (int i = 1; i < 10; i++) {
                assertThat(notifier.report(issue(i))).isEqualTo(Disposition.BUFFERED);
                time.advance(Duration.ofSeconds(3));
            }
            assertThat(listener.heard).singleElement().asString().contains("lost", "the disk is full");
            assertThat(store.read(APP).entries()).hasSize(1);

            leaveRoomFor(PLENTY);
            time.advance(Duration.ofMinutes(5));
            assertThat(store.read(APP).entries()).hasSize(10);
            assertThat(mail.received()).hasSize(1);
            assertThat(listener.heard).hasSize(2).last().isEqualTo("back");
        }
    }

    @Test
    @DisplayName("lets no mail leave without its mark, and sends it once there is room")
    void letsNoMailLeaveWithoutItsMark() {
        try (Notifier notifier = notifier()) {
            mail.nextDoes((notification, point) -> {
                leaveRoomFor(NONE);
                return mail.accept(notification, point);
            });
            assertThat(notifier.report(issue(0))).isEqualTo(Disposition.HELD);
            time.advance(Duration.ofMinutes(2));
            assertThat(mail.attempted()).hasSize(1);
            assertThat(mail.received()).isEmpty();
            assertThat(store.read(APP).slot().phase()).isNotEqualTo(Phase.HANDED_OVER);

            leaveRoomFor(PLENTY);
            time.advance(Duration.ofHours(2));
            assertThat(mail.received()).hasSize(1);
            assertThat(store.read(APP).entries().values())
                    .extracting(Entry::status)
                    .containsExactly(Entry.Status.REPORTED);
        }
    }
}
