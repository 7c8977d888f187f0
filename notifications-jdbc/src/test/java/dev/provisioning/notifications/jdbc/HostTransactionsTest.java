package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a host reports within its own transaction in PostgreSQL")
class HostTransactionsTest {
    private static final AppId APP = AppId.of("contoso", "salesforce");
    private static final Duration POLL = Duration.ofSeconds(10);

    private final JdbcNotificationStore store = JdbcNotificationStore.builder(Postgres.pool())
            .tablePrefix(Postgres.freshPrefix())
            .pollInterval(POLL)
            .open();
    private final RecordingTransport mail = new RecordingTransport();
    private final List<Node> nodes = new ArrayList<>();
    private Subscription subscription =
            Subscription.builder("Salesforce").recipient("team@example.com").build();

    /** One that wakes when its test says so, though the time is the database's. */
    private record Node(ManualTime wakeUps, Notifier notifier) {
        void poll() {
            wakeUps.advance(POLL);
        }
    }

    private Node node() {
        ManualTime time = ManualTime.startingAt(Instant.EPOCH);
        Notifier notifier = Notifier.builder()
                .store(store)
                .transport(mail)
                .subscriptions(app -> subscription)
                .scheduler(time)
                .executor(time)
                .build();
        Node node = new Node(time, notifier);
        nodes.add(node);
        time.runDue();
        return node;
    }

    @AfterEach
    void close() {
        nodes.forEach(node -> node.notifier.close());
    }

    private static Issue issue(String key, Severity severity) {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key(key)
                .severity(severity)
                .summary("Problem " + key)
                .build();
    }

    private static Issue issue(String key) {
        return issue(key, Severity.CRITICAL);
    }

    private void report(Connection connection, Issue... issues) throws SQLException {
        connection.setAutoCommit(false);
        TransactionalSink sink = store.transactional(connection);
        for (Issue issue : issues) {
            sink.report(issue);
        }
    }

    private void commit(Issue... issues) throws SQLException {
        try (Connection connection = Postgres.pool().getConnection()) {
            report(connection, issues);
            connection.commit();
        }
    }

    private Entry entry(String key) {
        return Objects.requireNonNull(store.read(APP).entries().get(key), key);
    }

    private List<PostedIssue> waiting() {
        return store.outbox().orElseThrow().waiting(1_000);
    }

    @Test
    void isRefusedIfThereIsNoTransaction() throws SQLException {
        try (Connection connection = Postgres.pool().getConnection()) {
            TransactionalSink sink = store.transactional(connection);

            assertThatThrownBy(() -> sink.report(issue("a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call setAutoCommit(false) first");
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isHeldWithinAPollIntervalOnceTheHostHasCommittedAndNotBefore() throws SQLException {
        Node node = node();
        try (Connection connection = Postgres.pool().getConnection()) {
            report(connection, issue("a"), issue("b"));
            node.poll();
            assertThat(store.read(APP).revision()).as("before the commit").isZero();

            connection.commit();
            node.poll();
        }

        assertThat(store.read(APP).entries()).containsOnlyKeys("a", "b");
        assertThat(entry("a").isHeld()).isTrue();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void leavesNothingIfTheHostRollsBack() throws SQLException {
        Node node = node();
        try (Connection connection = Postgres.pool().getConnection()) {
            report(connection, issue("a"));
            connection.rollback();
        }
        node.poll();

        assertThat(store.read(APP).revision()).isZero();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isDiscardedIfItIsNotAdmittedOrTheApplicationIsSwitchedOff() throws SQLException {
        Node node = node();
        commit(issue("a"), issue("b", Severity.INFO));
        node.poll();
        assertThat(store.read(APP).entries()).containsOnlyKeys("a");
        assertThat(waiting()).isEmpty();

        subscription = Subscription.off();
        commit(issue("c"));
        node.poll();
        assertThat(store.read(APP).entries()).containsOnlyKeys("a");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isHeldOnceByTwoNodesThatAreAtItTogether() throws Exception {
        int rounds = 10;
        List<Node> both = List.of(node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < rounds; round++) {
                String key = "round-" + round;
                commit(issue(key), issue("again"), issue(key));
                CountDownLatch ready = new CountDownLatch(2);
                List<Future<?>> polls = new ArrayList<>();
                for (Node node : both) {
                    polls.add(threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        node.poll();
                        return node;
                    }));
                }
                for (Future<?> poll : polls) {
                    poll.get(30, TimeUnit.SECONDS);
                }
                assertThat(entry(key).count()).as(key).isEqualTo(2);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(waiting()).isEmpty();
        assertThat(entry("again").count()).isEqualTo(rounds);
    }

    @Test
    void isCountedBeyondTheBoundOfItsApplication() throws SQLException {
        Node node = node();
        commit(IntStream.range(0, 130).mapToObj(i -> issue("key-" + i)).toArray(Issue[]::new));
        node.poll();

        assertThat(store.read(APP).entries()).hasSize(101);
        assertThat(entry("+" + IssueKind.CREDENTIALS_INVALID.name()).count()).isEqualTo(30);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void isErasedWithItsApplication() throws SQLException {
        Node node = node();
        commit(issue("a"));
        node.notifier.erase(APP);
        node.poll();

        assertThat(store.read(APP).entries()).isEmpty();
        assertThat(waiting()).isEmpty();
    }
}
