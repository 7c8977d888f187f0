package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import java.util.List;
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

    @Nested
    @DisplayName("10: repeats written late find the row as it is")
    class Rule10 {
        private final Node sender = world.node();
        private final Node other = world.node();

        @Test
        void stillHeldTheyAddToItWithANewVersion() {
            other.notifier.report(issue("a"));
            other.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> other.advance(Duration.ofSeconds(3)));

            sender.gather();

            assertThat(world.entry("a").isHeld())
                    .as("the mail did not count the repeat")
                    .isTrue();
            sender.advance(A_DAY);
            assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
        }

        @Test
        void alreadyReportedTheyMakeItHeldAgain() {
            other.notifier.report(issue("a"));
            sender.gather();
            assertThat(world.entry("a").isHeld()).isFalse();
            assertThat(other.notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);

            other.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").isHeld()).isTrue();
            assertThat(world.entry("a").count()).isEqualTo(2);
        }

        @Test
        void goneTheyMakeItAnew() {
            other.notifier.report(issue("a"));
            sender.notifier.resolve(APP, "a");
            assertThat(world.ledger().entries()).isEmpty();
            assertThat(other.notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);

            other.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").isHeld()).isTrue();
            sender.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }
    }

    @Nested
    @DisplayName(
            "11: HELD is never answered for what is in memory only, and repeats are written within the flush interval")
    class Rule11 {
        private final Node node = world.node();

        @Test
        @ExpectsWarnings
        void whileTheStoreIsOutOfReachTheAnswerIsBuffered() {
            world.store.lose();

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
            assertThat(world.ledger().entries()).isEmpty();

            node.advance(Duration.ofHours(1));
            world.store.restore();
            node.advance(Duration.ofSeconds(3));
            assertThat(world.entry("a").count()).isEqualTo(2);
            node.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        @ExpectsWarnings
        void aCommitOfUnknownOutcomeIsBufferedToo() {
            world.store.failNext(becomes(Phase.GATHERING), Outcome.TAKES_EFFECT);

            assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);

            node.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void repeatsAreInTheStoreAfterTheFlushInterval() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            assertThat(world.entry("a").count()).isEqualTo(1);

            node.advance(Duration.ofSeconds(2));

            assertThat(world.entry("a").count()).isEqualTo(3);
        }

        @Test
        @ExpectsWarnings
        void beyondTheBoundTheAnswerIsRefused() {
            Node small = world.node(World.START, settings -> settings.maxBufferedIssues(2));
            world.store.lose();

            assertThat(small.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
            assertThat(small.notifier.report(issue("b"))).isEqualTo(Disposition.BUFFERED);
            assertThat(small.notifier.report(issue("c"))).isEqualTo(Disposition.REFUSED);
            assertThat(small.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
        }
    }
}
