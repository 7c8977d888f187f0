package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Rules about reports that arrive while a mail is on its way")
class ReportsUnderWayRulesTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world = new World();

    @Nested
    @DisplayName("7: an application's change counter only grows, also when a row is deleted and made anew")
    class Rule7 {
        @Test
        void anIssueThatWasResolvedAndReportedAnewWhileItsMailWasOnItsWayIsHeld() {
            Node node = world.node();
            Node other = world.node();
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult accepted = world.mail.accept(notification, point);
                other.notifier.deactivate(APP);
                other.notifier.report(issue("a"));
                return accepted;
            });

            node.gather();

            assertThat(world.entry("a").isHeld()).isTrue();
            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void aReportThatBeganBeforeTheCutAndIsCommittedAfterItIsToldInTheNextMail() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            Deque<Ledger> stale = new ArrayDeque<>(List.of(world.ledger()));
            Node slow = world.node(
                    World.START,
                    settings -> settings.store(new ForwardingStore(world.kept) {
                        @Override
                        public Ledger read(AppId app) {
                            return stale.isEmpty() ? super.read(app) : stale.remove();
                        }
                    }));
            world.whileMailIsOnItsWay(() -> slow.notifier.report(issue("a")));

            node.gather();

            assertThat(stale).isEmpty();
            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void theRevisionNeverRestarts() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            long before = world.ledger().revision();

            node.notifier.resolve(APP, "a");
            assertThat(world.ledger().entries()).isEmpty();
            node.notifier.report(issue("a"));

            assertThat(world.ledger().revision()).isEqualTo(before + 2);
            assertThat(world.entry("a").born()).isEqualTo(before + 2);
            assertThat(world.entry("a").version()).isEqualTo(before + 2);
        }
    }

    @Nested
    @DisplayName("8: a result marks as reported only what has not changed since the cut")
    class Rule8 {
        @Test
        void aRepeatWhileTheMailIsOnItsWayIsToldInTheNext() {
            Node node = world.node();
            Node other = world.node();
            node.notifier.report(issue("a"));
            node.notifier.report(issue("b"));
            world.whileMailIsOnItsWay(() -> other.notifier.report(issue("a")));

            node.gather();
            assertThat(world.entry("a").isHeld()).isTrue();
            assertThat(world.entry("b").isHeld()).isFalse();

            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a", "b"), List.of("a"));
        }

        @Test
        void aNewIssueWhileTheMailIsOnItsWayIsToldInTheNext() {
            Node node = world.node();
            Node other = world.node();
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> other.notifier.report(issue("b")));

            node.gather();
            node.advance(A_DAY);

            assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
        }

        @Test
        void aReportRightAfterTheCutIsToldInTheNextMail() {
            Node node = world.node();
            Node other = world.node();
            node.notifier.report(issue("a"));
            world.store.afterNext(becomes(Phase.CLAIMED), () -> other.notifier.report(issue("a")));

            node.gather();
            node.advance(A_DAY);

            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void aResolveWhileTheMailIsOnItsWayIsToldInTheNext() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            node.notifier.report(issue("b"));
            world.whileMailIsOnItsWay(() -> node.notifier.resolve(APP, "a"));

            node.gather();
            node.notifier.report(issue("b"));
            node.advance(A_DAY);

            assertThat(world.mail.received()).hasSize(2);
            assertThat(world.mail.received().get(1).text()).contains("Resolved").contains("Problem a");
        }
    }

    @Nested
    @DisplayName("9: a composing node writes its repeats, takes the cut, and right after it answers none from memory")
    class Rule9 {
        @Test
        void repeatsCountedInMemoryAreCountedInTheMail() {
            Node node = world.node(World.START, settings -> settings.flushInterval(Duration.ofHours(1)));
            node.notifier.report(issue("a"));
            for (int i = 0; i < 7; i++) {
                node.notifier.report(issue("a"));
            }

            node.gather();

            assertThat(world.mail.received().get(0).text()).contains("8 times");
        }

        @Test
        void aRepeatBetweenTheCutAndTheClearingIsToldInTheNextMail() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            Disposition[] answer = new Disposition[1];
            world.store.afterNext(becomes(Phase.CLAIMED), () -> answer[0] = node.notifier.report(issue("a")));

            node.gather();
            assertThat(answer[0]).isEqualTo(Disposition.MERGED);

            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void aRepeatAfterTheClearingIsWrittenAtOnce() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            long[] versions = new long[2];
            world.whileMailIsOnItsWay(() -> {
                versions[0] = world.entry("a").version();
                node.notifier.report(issue("a"));
                versions[1] = world.entry("a").version();
            });

            node.gather();

            assertThat(versions[1]).isGreaterThan(versions[0]);
            assertThat(world.entry("a").isHeld()).isTrue();
        }

        @Test
        void theCutWaitsForAReportThatIsBeingWritten() throws InterruptedException {
            Node node = world.node();
            node.notifier.report(issue("a"));
            Thread sender = new Thread(node::gather);
            world.store.afterNext(ledger -> ledger.entries().containsKey("b"), () -> {
                sender.start();
                untilItStandsStill(sender);
            });

            node.notifier.report(issue("b"));
            sender.join();
            assertThat(world.named()).containsExactly(List.of("a", "b"));
            long before = world.entry("b").version();
            node.notifier.report(issue("b"));

            assertThat(world.entry("b").version())
                    .as("it was not put into memory behind the cut")
                    .isGreaterThan(before);
        }

        private static void untilItStandsStill(Thread thread) {
            while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
        }

        @Test
        void aRepeatThatFindsMemoryCutOffGoesTheSlowWay() {
            Deque<Runnable> whileItIsAdmitted = new ArrayDeque<>();
            Node node = world.node(
                    World.START,
                    settings -> settings.policy(new BreakablePolicy() {
                        @Override
                        public boolean admits(Issue issue) {
                            Optional.ofNullable(whileItIsAdmitted.poll()).ifPresent(Runnable::run);
                            return super.admits(issue);
                        }
                    }));
            node.notifier.report(issue("a", Severity.URGENT));
            whileItIsAdmitted.add(node::gather);

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);

            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void aRepeatThatAMailTakesAlongIsSeenByACycle() {
            Node node = world.node(World.START, settings -> settings.flushInterval(Duration.ofHours(1)));
            node.notifier.report(issue("a"));
            Cycle cycle = world.node().notifier.beginCycle(APP);
            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);
            world.mail.nextAnswers(DeliveryResult.retry(Stage.SENDER, "451 try again"));

            node.gather();

            assertThat(cycle.complete()).isZero();
            node.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void aReportInBetweenDoesNotPutAnAnswerBackIntoMemory() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.store.beforeNext(becomes(Phase.CLAIMED), () -> node.notifier.report(issue("b")));
            long[] versions = new long[2];
            world.whileMailIsOnItsWay(() -> {
                versions[0] = world.entry("b").version();
                node.notifier.report(issue("b"));
                versions[1] = world.entry("b").version();
            });

            node.gather();

            assertThat(versions[1]).isGreaterThan(versions[0]);
        }
    }
}
