package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import dev.provisioning.notifications.testkit.ForwardingStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("P5: the dispatcher neither spins nor gives up")
class DispatcherTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world = new World();
    private final FaultyStore store = new FaultyStore(InMemoryNotificationStore.create());

    private Node node(Consumer<NotifierBuilder> settings) {
        return world.node(World.START, settings.andThen(builder -> builder.store(store)));
    }

    private static LongSupplier wakeUpsIn(Duration time, Node node) {
        long before = node.time.wakeUps();
        node.advance(time);
        return () -> node.time.wakeUps() - before;
    }

    /** As a pool does whose thread dies of an error. */
    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (AssertionError e) {
            assertThat(e).hasMessage("an error that nobody expects");
        }
    }

    @Test
    void anErrorOfTheComposerDoesNotSilenceAnApplication() {
        Node node = node(settings -> settings.composer(digest -> {
                    throw new AssertionError("an error that nobody expects");
                })
                .executor(DispatcherTest::survive));
        node.notifier.report(issue("a"));

        node.advance(A_DAY);

        assertThat(world.mail.received())
                .as("in plain words, like after other failures")
                .hasSize(1);
    }

    @Test
    void anErrorOfTheStoreDoesNotSilenceAll() {
        AtomicBoolean sound = new AtomicBoolean();
        Node node = world.node(
                World.START,
                settings -> settings.store(new ForwardingStore(store) {
                    @Override
                    public List<AppId> due(Instant now, Instant horizon, int limit) {
                        if (sound.compareAndSet(false, true)) {
                            throw new AssertionError("an error that nobody expects");
                        }
                        return super.due(now, horizon, limit);
                    }
                }));
        node.notifier.report(issue("a"));
        survive(() -> node.advance(A_DAY));
        assertThat(sound).isTrue();
        assertThat(world.mail.received()).isEmpty();

        node.advance(A_DAY);

        assertThat(world.mail.received()).hasSize(1);
    }

    @Nested
    @DisplayName("wakes rarely")
    class WakesRarely {
        @Test
        void whenNothingIsDue() {
            Node node = node(settings -> {});
            node.time.runDue();
            assertThat(node.time.wakeUps()).isEqualTo(1);

            assertThat(wakeUpsIn(Duration.ofDays(30), node).getAsLong()).isZero();
            assertThat(node.time.waiting()).isZero();
        }

        @Test
        @ExpectsWarnings
        void whileTheTransportIsDown() {
            Node node = node(settings -> {});
            world.mail.alwaysAnswers(DeliveryResult.retry(Stage.CONNECT, "refused"));
            node.notifier.report(issue("a"));

            assertThat(wakeUpsIn(A_DAY, node).getAsLong()).isLessThan(300);
        }

        @Test
        @ExpectsWarnings
        void whileTheStoreIsDown() {
            Node node = node(settings -> {});
            store.lose();
            node.notifier.report(issue("a"));

            assertThat(wakeUpsIn(Duration.ofHours(1), node).getAsLong())
                    .as("a look in 5 seconds, a flush in 2")
                    .isBetween(720L + 1_790, 720L + 1_810);
        }

        @Test
        void whileTheSubscriptionIsNotKnown() {
            Node node = node(settings -> settings.subscriptions(app -> {
                throw new IllegalStateException("a broken source");
            }));
            node.notifier.report(issue("a"));

            assertThat(wakeUpsIn(A_DAY, node).getAsLong()).isLessThan(300);
        }

        @Test
        @ExpectsWarnings
        void whileTheExecutorTakesNoWork() {
            Node node = node(settings -> settings.executor(task -> {
                throw new RejectedExecutionException("saturated");
            }));
            node.notifier.report(issue("a"));

            assertThat(wakeUpsIn(Duration.ofHours(1), node).getAsLong())
                    .as("a look in 5 seconds, and one that finds it too early")
                    .isLessThan(2 * 720 + 10);
        }

        @Test
        @ExpectsWarnings
        void whileTheSlotCannotBeClaimed() {
            Node node = node(settings -> {});
            node.notifier.report(issue("a"));
            for (int i = 0; i < 60; i++) {
                store.failNext(becomes(Phase.CLAIMED), Outcome.HAS_NO_EFFECT);
            }

            assertThat(wakeUpsIn(Duration.ofMinutes(55), node).getAsLong()).isLessThan(300);
            node.advance(Duration.ofHours(1));
            assertThat(world.mail.received()).hasSize(1);
        }
    }

    @Test
    @ExpectsWarnings
    void anApplicationThatCannotBeClaimedDoesNotHoldUpTheOthers() {
        AppId broken = AppId.of("contoso", "broken");
        InMemoryNotificationStore memory = InMemoryNotificationStore.create();
        FaultyStore faulty = new FaultyStore(memory);
        Node node = world.node(World.START, settings -> settings.store(faulty).maxDeliveries(1));
        node.notifier.report(of(broken));
        for (int i = 0; i < 1_000; i++) {
            faulty.failNext(
                    ledger -> ledger.app().equals(broken) && ledger.slot().phase() == Phase.CLAIMED,
                    Outcome.HAS_NO_EFFECT);
        }
        node.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            node.notifier.report(of(AppId.of("contoso", "app-" + i)));
        }

        node.advance(Duration.ofMinutes(3));

        assertThat(world.mail.received())
                .extracting(Notification::app)
                .hasSize(5)
                .doesNotContain(broken);
    }

    @Test
    void aMailThatIsPutOffAtThePointOfNoReturnIsNotForgottenThoughNobodyPolls() {
        Node node = node(settings -> {});
        node.notifier.report(issue("a"));
        node.gather();
        node.time.advanceTo(Instant.parse("2026-03-03T00:05:00Z"));
        node.notifier.report(issue("b"));
        world.whileMailIsOnItsWay(() -> world.zone("America/New_York"));
        node.gather();
        assertThat(world.named()).containsExactly(List.of("a"));

        node.advance(A_DAY);

        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void norOneThatIsPutOffWhenItsSlotIsToBeClaimed() {
        Node node = node(settings -> {});
        node.notifier.report(issue("a"));
        node.gather();
        node.time.advanceTo(Instant.parse("2026-03-03T00:05:00Z"));
        node.notifier.report(issue("b"));
        world.zone("America/New_York");
        node.gather();
        assertThat(world.mail.attempted()).hasSize(1);

        node.advance(A_DAY);

        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    private static Issue of(AppId app) {
        return Issue.builder(app, IssueKind.QUARANTINED).summary("Problem").build();
    }

    @Test
    @ExpectsWarnings
    void anExecutorThatTakesNoProbeIsAskedAgain() {
        AtomicBoolean saturated = new AtomicBoolean();
        ManualTime time = ManualTime.startingAt(World.START);
        Notifier notifier = node(settings -> settings.clock(time)
                        .scheduler(time)
                        .executor(task -> {
                            if (saturated.get()) {
                                throw new RejectedExecutionException("saturated");
                            }
                            time.execute(task);
                        }))
                .notifier;
        world.mail.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "refused"));
        notifier.report(issue("a"));
        time.advance(Duration.ofSeconds(61));
        assertThat(notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.TRANSPORT_PAUSED);

        saturated.set(true);
        time.advance(Duration.ofHours(1));
        saturated.set(false);
        time.advance(Duration.ofHours(1));

        assertThat(world.mail.received()).hasSize(1);
    }

    @Test
    void noMoreMailsAreUnderWayAtATimeThanAllowed() {
        Node node = node(settings -> settings.maxDeliveries(2).mailsPerSecond(1_000));
        for (int i = 0; i < 6; i++) {
            node.notifier.report(of(AppId.of("contoso", "app-" + i)));
        }
        int[] most = new int[2];
        for (int i = 0; i < 6; i++) {
            world.mail.nextDoes((notification, point) -> {
                most[0] = Math.max(most[0], ++most[1]);
                if (most[1] < 4) {
                    node.advance(Duration.ofSeconds(10)); // others may begin meanwhile, in the same thread
                }
                most[1]--;
                return world.mail.accept(notification, point);
            });
        }

        node.gather();

        assertThat(most[0]).isEqualTo(2);
        assertThat(world.mail.received()).hasSize(6);
    }
}
