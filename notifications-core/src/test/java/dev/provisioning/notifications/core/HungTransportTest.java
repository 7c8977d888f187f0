package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.LEASE;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

@DisplayName("P2: a transport that never comes back is interrupted, and judged by the point of no return")
@ExpectsWarnings
@Timeout(60)
class HungTransportTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final World world = new World();
    private final Queue<Future<?>> deliveries = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final NotificationListener listener = Mockito.mock(NotificationListener.class);
    private final Node node =
            world.node(World.START, settings -> settings.executor(this::execute).listener(listener));
    private final CountDownLatch hung = new CountDownLatch(1);
    private final CompletableFuture<Boolean> givenBackInterrupted = new CompletableFuture<>();
    private final CompletableFuture<Boolean> refusedAfterwards = new CompletableFuture<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private void execute(Runnable delivery) {
        deliveries.add(threads.submit(() -> {
            delivery.run();
            givenBackInterrupted.complete(Thread.currentThread().isInterrupted());
        }));
    }

    /** Lets time pass, but never while a thread is at work, which would look as if the transport took so long. */
    private void advanceUntilReceived(Duration most) throws Exception {
        for (Duration passed = Duration.ZERO;
                passed.compareTo(most) < 0 && world.mail.received().isEmpty();
                passed = passed.plus(A_WHILE)) {
            node.advance(A_WHILE);
            for (Future<?> delivery = deliveries.poll(); delivery != null; delivery = deliveries.poll()) {
                delivery.get(30, TimeUnit.SECONDS);
            }
        }
    }

    private DeliveryResult hang() {
        hung.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        throw new AssertionError("not reached");
    }

    /** As a transport that takes the interrupt for the answer it waited for, and goes on. */
    private DeliveryResult hangAndGoOn(Notification notification, PointOfNoReturn point) {
        try {
            hang();
        } catch (IllegalStateException e) {
            try {
                point.pass();
                refusedAfterwards.complete(false);
            } catch (HandoverRefusedException refused) {
                refusedAfterwards.complete(true);
                throw refused;
            }
        }
        return DeliveryResult.accepted(notification);
    }

    private void reportAndHang() throws InterruptedException {
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(hung.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void beforeThePointTheMailIsTriedAgain() throws Exception {
        world.mail.nextDoes((notification, point) -> hang());
        reportAndHang();
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.SENDING);

        node.advance(LEASE);

        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.TRANSPORT_PAUSED);
        advanceUntilReceived(Duration.ofHours(3));
        node.notifier.close();
        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.mail.attempted()).hasSize(2);
        assertThat(world.ledger().slot().number()).isEqualTo(2);
    }

    @Test
    void afterThePointItIsInDoubt() throws Exception {
        world.mail.nextDoes((notification, point) -> {
            point.pass();
            return hang();
        });
        reportAndHang();

        node.advance(LEASE);

        assertThat(world.ledger().slot().number()).isEqualTo(2);
        assertThat(world.entry("a").inDoubt()).isTrue();
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.SLOT_USED);
    }

    @Test
    void itsTurnEndsAlsoWhenAnErrorOfTheSubscriptionSourceIsInTheWay() throws Exception {
        world.mail.nextDoes((notification, point) -> {
            point.pass();
            return hang();
        });
        reportAndHang();
        world.whenAskedNext(() -> {
            throw new AssertionError("a broken source");
        });
        assertThatThrownBy(() -> node.advance(LEASE)).hasMessage("a broken source");

        node.notifier.report(issue("b"));
        advanceUntilReceived(Duration.ofHours(1));

        assertThat(world.entry("a").inDoubt()).isTrue();
    }

    @Test
    void thePointCannotBePassedAfterwards() throws Exception {
        world.mail.nextDoes(this::hangAndGoOn);
        reportAndHang();

        node.advance(LEASE);

        assertThat(refusedAfterwards.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
    }

    @Test
    void whatItAnswersAfterwardsChangesNothing() throws Exception {
        world.mail.nextDoes((notification, point) -> {
            try {
                return hang();
            } catch (IllegalStateException e) {
                return DeliveryResult.rejected(Stage.CONTENT, "550 at last");
            }
        });
        reportAndHang();

        node.advance(LEASE);
        Objects.requireNonNull(deliveries.poll()).get(30, TimeUnit.SECONDS);

        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.TRANSPORT_PAUSED);
        Mockito.verify(listener, Mockito.never()).transportResumed();
        Mockito.verify(listener, Mockito.never())
                .rejected(
                        ArgumentMatchers.any(),
                        ArgumentMatchers.anyLong(),
                        ArgumentMatchers.any(),
                        ArgumentMatchers.any());
    }

    @Test
    void aWatchdogThatWakesThoughTheDeliveryHasEndedLeavesItAlone() {
        List<Runnable> scheduled = new ArrayList<>();
        NotificationListener other = Mockito.mock(NotificationListener.class);
        ManualTime time = ManualTime.startingAt(World.START);
        Notifier notifier = world.node(
                        World.START,
                        settings -> settings.clock(time)
                                .executor(time)
                                .listener(other)
                                .scheduler(new WrappedScheduler(time, task -> {
                                    scheduled.add(task);
                                    return task;
                                })))
                .notifier;
        notifier.report(issue("a"));
        time.advance(Duration.ofMinutes(2));
        assertThat(world.mail.received()).hasSize(1);

        List.copyOf(scheduled).forEach(Runnable::run);

        Mockito.verify(other, Mockito.never()).transportPaused(ArgumentMatchers.any(), ArgumentMatchers.any());
        Mockito.verify(other, Mockito.never())
                .retrying(
                        ArgumentMatchers.any(),
                        ArgumentMatchers.anyLong(),
                        ArgumentMatchers.any(),
                        ArgumentMatchers.any());
    }

    @Test
    void theThreadIsGivenBackWithoutTheInterrupt() throws Exception {
        world.mail.nextDoes((notification, point) -> {
            try {
                return hang();
            } catch (IllegalStateException e) {
                Thread.currentThread().interrupt(); // as good manners demand
                throw e;
            }
        });
        reportAndHang();
        node.advance(LEASE);

        assertThat(givenBackInterrupted.get(30, TimeUnit.SECONDS)).isFalse();
    }
}
