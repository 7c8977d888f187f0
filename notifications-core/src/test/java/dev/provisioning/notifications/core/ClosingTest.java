package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("P2: closing with work in hand loses nothing, and leaves nothing running")
@Timeout(60)
class ClosingTest {
    private final World world = new World();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Stays under way until somebody interrupts it. */
    private DeliveryResult linger() {
        underWay.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.countDown();
            throw new IllegalStateException("interrupted", e);
        }
        throw new AssertionError("not reached");
    }

    @Nested
    @DisplayName("in one thread")
    class InOneThread {
        private final Node node = world.node(World.START, settings -> settings.flushInterval(Duration.ofHours(1)));

        @Test
        void repeatsThatMemoryHasCountedAreWritten() {
            for (int i = 0; i < 8; i++) {
                node.notifier.report(issue("a"));
            }
            assertThat(world.entry("a").count()).isEqualTo(1);

            node.notifier.close();

            assertThat(world.entry("a").count()).isEqualTo(8);
        }

        @Test
        @ExpectsWarnings
        void whatTheStoreCouldNotTakeIsWritten() {
            world.store.lose();
            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
            world.store.restore();

            node.notifier.close();

            assertThat(world.entry("a").isHeld()).isTrue();
        }

        @Test
        void nothingIsTakenAfterwards() {
            node.notifier.report(issue("a"));

            node.notifier.close();

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.REFUSED);
            assertThat(node.notifier.report(issue("b"))).isEqualTo(Disposition.REFUSED);
            assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.REFUSED);
            assertThat(node.notifier.beginCycle(APP).complete()).isZero();
            assertThat(world.ledger().entries()).containsOnlyKeys("a");
        }

        @Test
        void whatIsHeldStaysHeldForTheNextLife() {
            node.notifier.report(issue("a"));
            node.notifier.close();
            node.gather();
            assertThat(world.mail.attempted()).isEmpty();

            Node next = world.node(node.time.instant());
            next.gather();

            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void aSecondTimeHasNoEffect() {
            node.notifier.report(issue("a"));
            node.notifier.close();
            long operations = world.store.operations();

            node.notifier.close();

            assertThat(world.store.operations()).isEqualTo(operations);
        }

        @Test
        void theHostsSchedulerFindsNothingToDoAfterwards() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.notifier.close();
            long operations = world.store.operations();

            node.advance(Duration.ofDays(2));

            assertThat(world.store.operations()).isEqualTo(operations);
            assertThat(world.mail.attempted()).isEmpty();
            assertThat(node.time.waiting()).isZero();
        }
    }

    @Test
    @ExpectsWarnings
    void aStoreThatWasLostIsLeftAloneAfterwards() {
        Node node = world.node();
        world.store.lose();
        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
        node.notifier.close();
        long operations = world.store.operations();

        node.advance(Duration.ofDays(1));

        assertThat(world.store.operations()).isEqualTo(operations);
    }

    @Test
    void aRepeatThatHasPassedTheDoorIsWrittenThoughItClosedBehindIt() {
        AtomicReference<Notifier> closing = new AtomicReference<>();
        Node node = world.node(
                World.START,
                settings -> settings.policy(new BreakablePolicy() {
                    @Override
                    public boolean admits(Issue issue) {
                        Notifier notifier = closing.get();
                        if (notifier != null) {
                            notifier.close();
                        }
                        return super.admits(issue);
                    }
                }));
        node.notifier.report(issue("a", Severity.URGENT));
        closing.set(node.notifier);

        assertThat(node.notifier.report(issue("a", Severity.CRITICAL))).isEqualTo(Disposition.MERGED);

        assertThat(world.entry("a").count()).isEqualTo(2);
    }

    @Test
    void aDeliveryThatTheHostHasNotBegunIsNotWaitedForNorBegunAfterwards() {
        List<Runnable> queued = new ArrayList<>();
        Node node = world.node(
                World.START, settings -> settings.executor(queued::add).closeTimeout(Duration.ofMinutes(30)));
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(queued).hasSize(1);

        node.notifier.close();
        queued.get(0).run();

        assertThat(world.mail.attempted()).isEmpty();
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.GATHERING);
    }

    @Nested
    @DisplayName("while a delivery is under way on the host's thread")
    class OnTheHostsThread {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Node node =
                world.node(World.START, settings -> settings.executor(thread).closeTimeout(Duration.ofMillis(50)));

        private void closeUnderWay() throws InterruptedException {
            node.notifier.report(issue("a"));
            node.gather();
            assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
            node.notifier.close();
            assertThat(ended.await(30, TimeUnit.SECONDS)).as("interrupted").isTrue();
            thread.shutdown();
            assertThat(thread.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        @Test
        void beforeThePointItDidNotHappen() throws Exception {
            world.mail.nextDoes((notification, point) -> linger());

            closeUnderWay();

            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
        }

        @Test
        @ExpectsWarnings
        void afterThePointItIsInDoubt() throws Exception {
            world.mail.nextDoes((notification, point) -> {
                point.pass();
                return linger();
            });

            closeUnderWay();

            assertThat(world.ledger().slot().number()).isEqualTo(2);
            assertThat(world.entry("a").inDoubt()).isTrue();
        }

        @Test
        void aDeliveryThatEndsInTimeIsRecorded() throws Exception {
            world.mail.nextDoes((notification, point) -> {
                underWay.countDown();
                ended.countDown();
                return world.mail.accept(notification, point);
            });

            closeUnderWay();

            assertThat(world.ledger().slot().number()).isEqualTo(2);
            assertThat(world.entry("a").isHeld()).isFalse();
        }
    }

    @Nested
    @DisplayName("with threads of its own")
    class WithItsOwnThreads {
        private final Notifier notifier = Notifier.builder()
                .transport(world.mail)
                .subscriptions(app -> world.subscription)
                .policy(World.policy().gathering(Duration.ZERO).build())
                .store(world.store)
                .clock(Clock.fixed(World.START, ZoneOffset.UTC))
                .closeTimeout(Duration.ofMillis(50))
                .build();

        @Test
        void aMailIsSentAndNoThreadIsLeft() throws Exception {
            notifier.report(issue("a"));
            assertThat(world.mail.awaitReceived(1, Duration.ofSeconds(30))).isTrue();
            assertThat(threads()).isNotEmpty();

            notifier.close();

            noThreadIsLeft();
        }

        @Test
        void neitherIsOneThatWasAtADelivery() throws Exception {
            world.mail.nextDoes((notification, point) -> linger());
            notifier.report(issue("a"));
            assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();

            notifier.close();

            noThreadIsLeft();
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
        }

        private List<Thread> threads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("notifications-"))
                    .toList();
        }

        private void noThreadIsLeft() throws InterruptedException {
            for (Thread thread : threads()) {
                thread.join(Duration.ofSeconds(30).toMillis());
            }
            assertThat(threads()).isEmpty();
        }
    }
}
