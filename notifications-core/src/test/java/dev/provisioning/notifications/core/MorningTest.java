package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On a morning when many applications are due at one instant")
class MorningTest {
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int MANY = 1_000;
    private static final AppId LATECOMER = AppId.of("contoso", "latecomer");

    private final World world = new World();
    private final ManualTime time = ManualTime.startingAt(World.START);

    /** When each application's latest delivery began, in the order in which they did. */
    private final Map<AppId, Instant> begun = new LinkedHashMap<>();

    /** When all deliveries began. */
    private final List<Instant> deliveries = new ArrayList<>();

    private Notifier node(NotificationStore store, long seed, Consumer<NotifierBuilder> settings) {
        Consumer<NotifierBuilder> common = builder -> builder.store(store)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .random(new Random(seed))
                .policy(World.policy()
                        .threshold(Severity.INFO)
                        .gathering(GATHERING)
                        .build())
                .transport((notification, point) -> {
                    begun.put(notification.app(), time.instant());
                    deliveries.add(time.instant());
                    return world.mail.deliver(notification, point);
                });
        return world.node(World.START, common.andThen(settings)).notifier;
    }

    private List<Notifier> threeNodes(NotificationStore store, Consumer<NotifierBuilder> settings) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(seed -> node(store, seed, settings))
                .toList();
    }

    private static AppId app(int number) {
        return AppId.of("contoso", "app-" + number);
    }

    private static void report(Notifier notifier, AppId app, Severity severity) {
        notifier.report(Issue.builder(app, IssueKind.QUARANTINED)
                .severity(severity)
                .summary("Problem")
                .build());
    }

    private static void reportMany(Notifier notifier, int applications) {
        IntStream.range(0, applications).forEach(i -> report(notifier, app(i), Severity.CRITICAL));
    }

    private void assertEachGotOne(int applications) {
        assertThat(world.mail.received())
                .extracting(Notification::app)
                .doesNotHaveDuplicates()
                .hasSize(applications);
    }

    private void assertNoSecondHasMoreThan(int mailsPerSecond) {
        for (int i = mailsPerSecond; i < deliveries.size(); i++) {
            Instant first = deliveries.get(i - mailsPerSecond);
            assertThat(Duration.between(first, deliveries.get(i)))
                    .as("to the delivery %d after one at %s", mailsPerSecond, first)
                    .isGreaterThanOrEqualTo(A_SECOND);
        }
    }

    @Nested
    @DisplayName("one node")
    class OneNode {
        private final CountingStore store = new CountingStore(InMemoryNotificationStore.create());

        @Test
        void asksWhatIsDueOnceForManyMails() {
            Notifier node = node(store, 1, settings -> {});
            reportMany(node, MANY);
            store.reset();

            time.advance(GATHERING.plusSeconds(MANY / 10));

            assertEachGotOne(MANY);
            assertThat(store.dues + store.nextDues).isLessThan(MANY / 8);
        }

        @Test
        void readsALedgerOnceForAMailAndWritesItThreeTimes() {
            Notifier node = node(store, 1, settings -> {});
            reportMany(node, MANY);
            store.reset();

            time.advance(GATHERING.plusSeconds(MANY / 10));

            assertEachGotOne(MANY);
            assertThat(store.reads).as("to claim").isEqualTo(MANY);
            assertThat(store.replaces).as("claim, mark, result").isEqualTo(3 * MANY);
        }

        @Test
        void looksOnceForAMailThatIsAlone() {
            Notifier node = node(store, 1, settings -> {});
            time.runDue();
            report(node, LATECOMER, Severity.CRITICAL);
            store.reset();

            time.advance(GATHERING);

            assertEachGotOne(1);
            assertThat(store.dues).isEqualTo(1);
            assertThat(store.nextDues).isEqualTo(1);
        }

        @Test
        void looksIntoAnOutboxNoMoreThanOnceASecond() {
            CountingStore shared = new CountingStore(InMemoryNotificationStore.sharedBy(POLL));
            Notifier node = node(shared, 1, settings -> settings.mailsPerSecond(100));
            reportMany(node, MANY);
            shared.reset();

            time.advance(GATHERING.plusSeconds(MANY / 100));

            assertEachGotOne(MANY);
            assertThat(shared.outboxes).isLessThan(MANY / 100 + 5);
        }

        @Test
        void sendsTheMostUrgentFirst() {
            Notifier node = node(store, 1, settings -> {});
            for (int i = 0; i < 100; i++) {
                for (Severity severity : Severity.values()) {
                    report(node, AppId.of("contoso", severity + " " + i), severity);
                }
            }

            time.advance(GATHERING.plusSeconds(40));

            List<Severity> sent = begun.keySet().stream()
                    .map(app -> Severity.valueOf(app.name().replaceAll(" .*", "")))
                    .toList();
            assertThat(sent).hasSize(400).isSortedAccordingTo((one, other) -> other.compareTo(one));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void keepsWhatIsMoreUrgentWaitingForASecond(boolean shared) {
            Notifier node = node(shared ? InMemoryNotificationStore.sharedBy(POLL) : store, 1, settings -> {});
            reportMany(node, MANY);
            time.advance(Duration.ofSeconds(20));
            report(node, LATECOMER, Severity.URGENT);

            time.advance(GATHERING.plusSeconds(MANY / 10));

            Instant due = World.START.plusSeconds(20).plus(GATHERING);
            assertThat(begun.get(LATECOMER)).isBetween(due, due.plusMillis(1_100));
        }

        @Test
        void forgetsNobodyWhenOthersAreGone() {
            Notifier node = node(store, 1, settings -> {});
            reportMany(node, MANY);
            time.advance(GATHERING);
            for (int i = 0; i < MANY; i += 3) {
                node.resolve(
                        app(i),
                        Issue.builder(app(i), IssueKind.QUARANTINED)
                                .summary("Problem")
                                .build()
                                .key());
                time.advance(Duration.ofMillis(10));
            }

            time.advance(Duration.ofSeconds(MANY / 10));

            assertThat(begun.keySet())
                    .containsAll(IntStream.range(0, MANY)
                            .filter(i -> i % 3 != 0)
                            .mapToObj(MorningTest::app)
                            .toList());
        }

        @Test
        void forgetsNobodyWhoComesWhileOthersWait() {
            Notifier node = node(
                    store,
                    1,
                    settings -> settings.policy(
                            World.policy().gathering(Duration.ZERO).build()));
            reportMany(node, 3);
            time.runDue();
            report(node, LATECOMER, Severity.CRITICAL);

            time.advance(A_SECOND);

            assertThat(begun).containsKey(LATECOMER);
            assertEachGotOne(4);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 10, 300, 10_000})
        void sendsNoMoreInASecondThanAllowedAndHardlyLess(int mailsPerSecond) {
            Notifier node = node(store, 1, settings -> settings.mailsPerSecond(mailsPerSecond));
            int applications = Math.min(3_000, 100 * mailsPerSecond);
            reportMany(node, applications);

            time.advance(GATHERING.plusSeconds(applications / mailsPerSecond).plus(A_SECOND));

            assertEachGotOne(applications);
            assertNoSecondHasMoreThan(mailsPerSecond);
        }

        @Test
        @ExpectsWarnings
        void sendsNoMoreThanThatAfterAnOutageEither() {
            Notifier node = node(store, 1, settings -> settings.mailsPerSecond(100));
            reportMany(node, 3_000);
            world.mail.alwaysAnswers(DeliveryResult.retry(Stage.CONNECT, "refused"));
            time.advance(Duration.ofHours(2));
            assertThat(deliveries).as("one probe after another").hasSizeBetween(10, 30);
            world.mail.alwaysAccepts();
            int probes = deliveries.size();

            time.advance(Duration.ofHours(2));

            assertEachGotOne(3_000);
            assertNoSecondHasMoreThan(100);
            Instant resumed = deliveries.get(probes);
            assertThat(deliveries.stream().filter(at -> at.isAfter(resumed) && !at.isAfter(resumed.plusSeconds(2))))
                    .as("in the first two seconds: after 1, 1½, 1¾ …")
                    .hasSizeLessThan(20);
        }
    }

    @Nested
    @DisplayName("three nodes")
    class ThreeNodes {
        private final CountingStore store = new CountingStore(InMemoryNotificationStore.sharedBy(POLL));

        private int inVain() {
            return store.reads - MANY;
        }

        @ParameterizedTest
        @ValueSource(ints = {10, 100, 1_000})
        void seldomWantTheSame(int mailsPerSecond) {
            List<Notifier> nodes = threeNodes(store, settings -> settings.mailsPerSecond(mailsPerSecond));
            reportMany(nodes.get(0), MANY);
            time.advance(GATHERING.minusSeconds(1));
            store.reset();

            time.advance(POLL.plusSeconds(MANY / 10));

            assertEachGotOne(MANY);
            assertThat(inVain()).as("claims in vain").isLessThan(MANY / 10);
            assertThat(store.conflicts).isZero();
            assertThat(store.dues + store.nextDues).isLessThan(MANY / 5);
        }

        @Test
        void allTakePart() {
            List<Integer> counts = new ArrayList<>(List.of(0, 0, 0));
            for (int number = 0; number < 3; number++) {
                int node = number;
                node(
                        store,
                        node + 1,
                        settings -> settings.transport((notification, point) -> {
                            counts.set(node, counts.get(node) + 1);
                            return world.mail.accept(notification, point);
                        }));
            }
            reportMany(node(store, 9, settings -> settings.executor(task -> {})), MANY);

            time.advance(GATHERING.plus(POLL).plusSeconds(MANY / 20));

            assertEachGotOne(MANY);
            assertThat(counts).allMatch(count -> count > MANY / 4);
        }

        @Test
        void sendWhatIsMoreUrgentWithinSeconds() {
            List<Notifier> nodes = threeNodes(store, settings -> {});
            reportMany(nodes.get(0), 10 * MANY);
            time.advance(Duration.ofMinutes(3));
            report(nodes.get(0), LATECOMER, Severity.URGENT);

            time.advance(Duration.ofMinutes(3));

            Instant due = World.START.plus(Duration.ofMinutes(3)).plus(GATHERING);
            assertThat(begun.get(LATECOMER)).isBetween(due, due.plusSeconds(5));
        }
    }

    @Nested
    @DisplayName("and all is sent, a year passes")
    class Idle {
        private static final Duration A_YEAR = Duration.ofDays(365);

        @ParameterizedTest
        @ValueSource(ints = {1, MANY})
        void withoutASingleWakeUp(int applications) {
            Notifier node = node(InMemoryNotificationStore.create(), 1, settings -> {});
            reportMany(node, applications);
            time.advance(GATHERING.plusSeconds(MANY / 10));
            assertEachGotOne(applications);
            long before = time.wakeUps();

            time.advance(A_YEAR);

            assertThat(time.wakeUps() - before).isZero();
        }

        @Test
        void withNothingButThePollIfTheStoreIsShared() {
            Duration poll = Duration.ofHours(1);
            CountingStore store = new CountingStore(InMemoryNotificationStore.sharedBy(poll));
            Notifier node = node(store, 1, settings -> {});
            reportMany(node, MANY);
            time.advance(GATHERING.plusSeconds(MANY / 10).plus(poll));
            assertEachGotOne(MANY);
            long before = time.wakeUps();
            store.reset();

            time.advance(A_YEAR);

            long polls = A_YEAR.dividedBy(poll);
            assertThat(time.wakeUps() - before).isBetween(polls, polls * 4 / 3);
            assertThat(store.dues).isEqualTo((int) (time.wakeUps() - before));
            assertThat(store.reads + store.replaces).isZero();
        }
    }
}
