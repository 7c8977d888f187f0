package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@DisplayName("P3: reporting is never in the way")
class NeverInTheWayTest {
    private final World world = new World();
    private final AtomicBoolean broken = new AtomicBoolean(true);

    private void breakNow() {
        if (broken.get()) {
            throw new IllegalStateException("a broken part");
        }
    }

    @Nested
    @DisplayName("no broken part makes it throw")
    class BrokenParts {
        @Test
        @ExpectsWarnings
        void noPolicyThatDoesNotSayWhatDeservesAPerson() {
            NotificationPolicy policy = new BreakablePolicy() {
                @Override
                public boolean admits(Issue issue) {
                    breakNow();
                    return super.admits(issue);
                }
            };
            Node node = world.node(World.START, settings -> settings.policy(policy));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            node.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        @ExpectsWarnings
        void noPolicyThatDoesNotSayWhen() {
            NotificationPolicy policy = new BreakablePolicy() {
                @Override
                public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
                    breakNow();
                    return super.dueAt(app, heldAt, opensAt, zone);
                }
            };
            Node node = world.node(World.START, settings -> settings.policy(policy));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            Cycle cycle = node.notifier.beginCycle(APP);
            assertThat(cycle.report(issue("a"))).isEqualTo(Disposition.MERGED);
            assertThat(cycle.report(issue("b"))).isEqualTo(Disposition.HELD);
            assertThat(cycle.complete()).isZero();
            assertThat(node.notifier.resolve(APP, "c")).isEqualTo(Resolution.UNKNOWN);

            node.gather();
            assertThat(world.named()).containsExactly(List.of("a", "b"));
        }

        /** A mock answers null. */
        @Test
        @ExpectsWarnings
        void noPolicyThatAnswersNothing() {
            NotificationPolicy policy = Mockito.mock(NotificationPolicy.class);
            Mockito.when(policy.admits(any())).thenReturn(true);
            Node node = world.node(World.START, settings -> settings.policy(policy));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.GATHERING);
            node.gather();
            node.notifier.report(issue("a"));

            assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.SLOT_USED);
            node.advance(Duration.ofHours(9));
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        @ExpectsWarnings
        void noPolicyThatDoesNotKnowItsLongestWindow() {
            NotificationPolicy policy = new BreakablePolicy() {
                @Override
                public Duration longestWindow() {
                    breakNow();
                    return super.longestWindow();
                }
            };
            Node node = world.node(World.START, settings -> settings.policy(policy));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            node.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void noSubscriptionSource() {
            Node node = world.node();
            world.sourceFails = true;

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            node.advance(Duration.ofMinutes(10));
            assertThat(world.mail.attempted()).isEmpty();

            world.sourceFails = false;
            node.advance(Duration.ofHours(1));
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        @ExpectsWarnings
        void noListener() {
            NotificationListener listener = Mockito.mock(NotificationListener.class, call -> {
                throw new IllegalStateException("a broken listener");
            });
            Node node = world.node(World.START, settings -> settings.listener(listener));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            node.gather();

            assertThat(world.named()).containsExactly(List.of("a"));
            assertThat(world.ledger().slot().number()).isEqualTo(2);
        }

        @Test
        @ExpectsWarnings
        void noneThatRunsOutOfStack() {
            NotificationListener listener = Mockito.mock(NotificationListener.class, call -> {
                throw new StackOverflowError();
            });
            NotificationPolicy policy = new BreakablePolicy() {
                @Override
                public boolean admits(Issue issue) {
                    throw new StackOverflowError();
                }

                @Override
                public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
                    throw new StackOverflowError();
                }
            };
            Node node = world.node(
                    World.START, settings -> settings.listener(listener).policy(policy));

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
        }

        @Test
        @ExpectsWarnings
        void noStoreThatRunsOutOfMemory() {
            Node node = world.node();
            world.store.beforeNext(ledger -> true, () -> {
                throw new OutOfMemoryError();
            });

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
        }

        @Test
        @ExpectsWarnings
        void noStore() {
            Node node = world.node();
            world.store.lose();

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
            assertThat(node.notifier.resolve(APP, "b")).isEqualTo(Resolution.REFUSED);
            assertThat(node.notifier.beginCycle(APP).complete()).isZero();
        }

        @Test
        @ExpectsWarnings
        void noComposer() {
            Node node = world.node(
                    World.START,
                    settings -> settings.composer(digest -> {
                        throw new IllegalStateException("a broken template");
                    }));
            node.notifier.report(issue("a"));
            node.gather();

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);
        }

        @Test
        @ExpectsWarnings
        void noSchedulerThatTakesNoTasks() {
            broken.set(false);
            ManualTime time = ManualTime.startingAt(World.START);
            InMemoryNotificationStore store = InMemoryNotificationStore.create();
            Notifier notifier = world.node(
                            World.START,
                            settings -> settings.store(store)
                                    .clock(time)
                                    .executor(time)
                                    .scheduler(new WrappedScheduler(time, task -> {
                                        breakNow();
                                        return task;
                                    })))
                    .notifier;
            time.runDue();
            broken.set(true);

            assertThat(notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
            assertThat(notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);

            broken.set(false);
            notifier.report(issue("b"));
            notifier.report(issue("b"));
            time.advance(Duration.ofMinutes(2));
            assertThat(world.named()).containsExactly(List.of("a", "b"));
            assertThat(store.read(APP).entries().values()).allMatch(entry -> entry.count() == 2);
        }
    }
}
