package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Rules about numbers")
class NumberRulesTest {
    private final World world = new World();

    @Nested
    @DisplayName("16: the count only grows, and what is new is its difference to what the last mail told")
    class Rule16 {
        private final Node node = world.node();

        @Test
        void aRepeatWhileTheMailIsOnItsWayIsTheOnlyNewOneAfterIt() {
            Node other = world.node();
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            world.whileMailIsOnItsWay(() -> other.notifier.report(issue("a")));

            node.gather();

            assertThat(world.entry("a").count()).isEqualTo(4);
            assertThat(world.entry("a").told()).isEqualTo(3);
        }

        @Test
        void whatWasResolvedWhileItsMailWasOnItsWayWasToldAllTheSame() {
            Node other = world.node();
            node.notifier.report(issue("a"));
            node.notifier.report(issue("b"));
            world.whileMailIsOnItsWay(() -> other.notifier.resolve(World.APP, "a"));
            node.gather();

            node.notifier.report(issue("a"));

            assertThat(world.entry("a").count()).isEqualTo(2);
            assertThat(world.entry("a").told()).isEqualTo(1);
        }

        @Test
        void anIssueMadeAnewSinceTheCutKeepsItsOwnNumbers() {
            Node other = world.node();
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.advance(Duration.ofSeconds(2));
            Ledger cut = world.ledger();
            other.notifier.resolve(APP, "a");
            other.notifier.report(issue("a"));

            Entries entries = Entries.of(world.ledger());
            entries.reported(cut);

            assertThat(entries.toMap()).hasEntrySatisfying("a", anew -> {
                assertThat(anew.count()).isEqualTo(1);
                assertThat(anew.told()).isZero();
                assertThat(anew.isHeld()).isTrue();
            });
        }

        @Test
        void aRepeatWhileAFlushIsWrittenIsCountedByTheNext() {
            Disposition[] answer = new Disposition[1];
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            world.store.beforeNext(ledger -> true, () -> answer[0] = node.notifier.report(issue("a")));

            node.advance(Duration.ofSeconds(3));
            node.advance(Duration.ofSeconds(3));

            assertThat(answer[0]).isEqualTo(Disposition.MERGED);
            assertThat(world.entry("a").count()).isEqualTo(3);
        }

        @Test
        @ExpectsWarnings
        void aFailedFlushPutsBackWhatItTook() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            world.store.failNext(ledger -> true, Outcome.HAS_NO_EFFECT);

            node.advance(Duration.ofSeconds(3));
            assertThat(world.entry("a").count()).isEqualTo(1);
            node.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").count()).isEqualTo(3);
        }
    }
}
