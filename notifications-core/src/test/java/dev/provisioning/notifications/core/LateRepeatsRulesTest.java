package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Rules about repeats that memory has counted")
class LateRepeatsRulesTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world = new World();

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
        void whatWasWrittenOnceCausesNoFurtherMail() {
            sender.notifier.report(issue("a"));
            sender.notifier.report(issue("a"));
            sender.advance(Duration.ofSeconds(3));

            sender.gather();
            sender.advance(Duration.ofDays(5));

            assertThat(world.named()).containsExactly(List.of("a"));
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
        void aRepeatIsNotAnsweredFromMemoryWhileItsIssueIsBeingWritten() {
            boolean[] written = new boolean[1];
            world.store.beforeNext(ledger -> ledger.entries().containsKey("a"), () -> {
                node.notifier.report(issue("a"));
                written[0] = world.ledger().entries().containsKey("a");
            });

            node.notifier.report(issue("a"));

            assertThat(written[0])
                    .as("in the store once its repeat was answered")
                    .isTrue();
            assertThat(world.entry("a").count()).isEqualTo(2);
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
