package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Rules about switching off and resolving")
class OffAndResolveRulesTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final World world = new World();

    @Nested
    @DisplayName("12: the subscription is asked after the cut, and again right before the mark")
    class Rule12 {
        private final Node node = world.node();

        @Test
        void offAfterTheCutDropsOnlyWhatTheCutCovers() {
            node.notifier.report(issue("a"));
            world.store.afterNext(becomes(Phase.CLAIMED), () -> {
                world.switchOff();
                world.whenAskedNext(() -> {
                    world.switchOn();
                    node.notifier.report(issue("b"));
                });
            });

            node.gather();
            node.gather();

            assertThat(world.named()).containsExactly(List.of("b"));
        }

        @Test
        void anAnswerFromBeforeTheCutDropsNothing() {
            node.notifier.report(issue("a"));
            world.switchOff();
            world.whenAskedNext(() -> {
                world.switchOn();
                node.notifier.report(issue("b"));
            });

            node.gather();

            assertThat(world.named()).containsExactly(List.of("a", "b"));
        }

        @Test
        void offWhileTheMailIsOnItsWayStopsItBeforeTheMark() {
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(world::switchOff);

            node.gather();
            node.advance(A_DAY);

            assertThat(world.mail.attempted()).hasSize(1);
            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().entries()).isEmpty();
        }

        @Test
        void soDoesAnOffThatStillNamesTheSameRecipients() {
            Subscription on = world.subscription;
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> world.subscription = new Subscription(
                    false, on.displayName(), on.recipients(), on.zone(), on.language(), on.reports(), on.settings()));

            node.gather();

            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().entries()).isEmpty();
        }

        @Test
        void otherRecipientsWhileTheMailIsOnItsWayGetItInstead() {
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> world.subscription = World.subscribed("others@example.com"));

            node.gather();

            assertThat(world.mail.received()).hasSize(1);
            assertThat(world.mail.received().get(0).recipients().get(0).address())
                    .isEqualTo("others@example.com");
        }

        @Test
        void deactivateStopsAMailBeforeTheMarkThoughTheSourceStillSaysOn() {
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> node.notifier.deactivate(APP));

            node.gather();
            node.advance(A_DAY);

            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);
        }
    }

    @Nested
    @DisplayName("14: a resolve of unknown outcome is repeated only against the version it saw")
    class Rule14 {
        private final Node node = world.node();

        @Test
        @ExpectsWarnings
        void itIsRepeatedWhenNobodyHasReportedTheIssueSince() {
            node.notifier.report(issue("a"));
            world.store.failNext(Rule14::emptied, Outcome.HAS_NO_EFFECT);

            assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.DEFERRED);
            node.advance(Duration.ofSeconds(3));

            assertThat(world.ledger().entries()).isEmpty();
        }

        @Test
        @ExpectsWarnings
        void itIsGivenUpWhenTheIssueWasReportedAnew() {
            Node other = world.node();
            node.notifier.report(issue("a"));
            world.store.failNext(Rule14::emptied, Outcome.TAKES_EFFECT);
            assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.DEFERRED);
            other.notifier.report(issue("a"));

            node.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").isHeld()).isTrue();
        }

        @Test
        void oneThatFindsNothingHasNothingToAskTheStoreForAgain() {
            Node other = world.node();
            node.notifier.report(issue("a"));
            other.notifier.resolve(APP, "a");
            assertThat(node.notifier.report(issue("a")))
                    .isEqualTo(Disposition.MERGED); // in memory, which is void below
            world.store.afterNextRead(world.store::lose);

            assertThat(node.notifier.resolve(APP, "a"))
                    .as("refused is said only if nothing was changed")
                    .isEqualTo(Resolution.UNKNOWN);
        }

        @Test
        void whatIsReportedElsewhereRightAfterNothingWasFoundStaysHeld() {
            Node other = world.node();
            world.store.afterNextRead(() -> other.notifier.report(issue("a")));
            world.store.failNext(Rule14::emptied, Outcome.TAKES_EFFECT);

            assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.UNKNOWN);

            assertThat(world.entry("a").isHeld()).isTrue();
        }

        private static boolean emptied(Ledger ledger) {
            return ledger.entries().isEmpty();
        }
    }
}
