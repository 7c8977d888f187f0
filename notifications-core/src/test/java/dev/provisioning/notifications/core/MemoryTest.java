package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.testkit.FaultyStore;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final AppId OTHER = AppId.of("contoso", "workday");

    private final World world = new World();

    /** Whether a repeat is answered from memory. */
    private boolean isKnown(Node node, Issue issue) {
        long before = world.store.operations();
        node.notifier.report(issue);
        return world.store.operations() == before;
    }

    /** Long words are written soon. */
    private static Issue other(int times) {
        return Issue.builder(OTHER, IssueKind.QUARANTINED)
                .summary("Quarantined")
                .detail("Again and again. ".repeat(times))
                .build();
    }

    @Nested
    @DisplayName("it knows each of an application's issues")
    class Issues {
        private final Node node = world.node();

        @Test
        void severalAtATime() {
            for (String key : new String[] {"a", "b", "c"}) {
                node.notifier.report(issue(key));
            }

            assertThat(isKnown(node, issue("a"))).isTrue();
            assertThat(isKnown(node, issue("b"))).isTrue();
            assertThat(isKnown(node, issue("c"))).isTrue();
            assertThat(isKnown(node, issue("d"))).isFalse();
        }

        @Test
        void alsoWhenTheFirstWasResolvedAndCameBack() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("b"));

            node.notifier.resolve(APP, "a");
            assertThat(isKnown(node, issue("b"))).isTrue();
            assertThat(isKnown(node, issue("a"))).isFalse();
            assertThat(isKnown(node, issue("a"))).isTrue();

            node.notifier.resolve(APP, "b");
            assertThat(isKnown(node, issue("a"))).isTrue();
            assertThat(isKnown(node, issue("b"))).isFalse();
            assertThat(isKnown(node, issue("b"))).isTrue();
        }

        @Test
        void andWhatItHasCountedOfOneThatBecomesWorse() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a", Severity.URGENT));
            node.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").count()).isEqualTo(3);
            assertThat(world.entry("a").severity()).isEqualTo(Severity.URGENT);
            assertThat(isKnown(node, issue("a", Severity.URGENT))).isTrue();
        }

        @Test
        void alsoOneThatIsCountedOnlyAndIsTheFirstThatThisNodeHearsOf() {
            Node small = world.node(World.START, settings -> settings.maxIssuesPerApplication(1));
            small.notifier.report(issue("a"));
            Node restarted = world.node(World.START, settings -> settings.maxIssuesPerApplication(1));

            assertThat(isKnown(restarted, issue("b"))).isFalse();
            assertThat(isKnown(restarted, issue("c"))).isTrue();
            restarted.advance(Duration.ofSeconds(3));

            assertThat(world.ledger().entries().get("+credentials-invalid"))
                    .extracting(entry -> entry == null ? 0 : entry.count())
                    .isEqualTo(2L);
        }
    }

    @Nested
    @DisplayName("it is bounded")
    class Bounds {
        @Test
        void repeatsOfWhatItHasNoRoomForGoTheSlowWayAndAreCounted() {
            Node small = world.node(World.START, settings -> settings.maxKnownIssues(1));
            small.notifier.report(issue("a"));
            small.notifier.report(issue("b"));

            assertThat(isKnown(small, issue("a"))).isTrue();
            assertThat(isKnown(small, issue("b"))).isFalse();
            small.advance(Duration.ofSeconds(3));

            assertThat(world.entry("a").count()).isEqualTo(2);
            assertThat(world.entry("b").count()).isEqualTo(2);
        }

        @Test
        void whatIsForgottenMakesRoom() {
            Node small = world.node(World.START, settings -> settings.maxKnownIssues(1));
            small.notifier.report(issue("a"));
            small.notifier.resolve(APP, "a");

            small.notifier.report(issue("b"));

            assertThat(isKnown(small, issue("b"))).isTrue();
        }

        @Test
        void ofWhatIsForgottenNothingStays() {
            Memory memory = new Memory(2, 1);
            memory.remember(issue("a"), world.ledger());
            memory.remember(other(1), Ledger.empty(OTHER));
            assertThat(memory.apps()).containsExactlyInAnyOrder(APP, OTHER);

            memory.forget(OTHER);
            assertThat(memory.apps()).containsExactly(APP);
            memory.forget(APP, "+credentials-invalid");
            assertThat(memory.apps()).isEmpty();
        }

        @Test
        void whatIsForgottenMakesNoMoreRoomThanItTook() {
            Memory memory = new Memory(1, 1);
            memory.remember(issue("counted only"), Ledger.empty(APP));
            memory.forget(APP);

            memory.remember(issue("counted only"), Ledger.empty(APP));
            memory.remember(other(1), Ledger.empty(OTHER));

            assertThat(memory.find(issue("counted only"))).isNotNull();
            assertThat(memory.find(other(1))).isNull();
        }

        @Test
        void longWordsAreWrittenAtOnceWhereThereIsNoRoomForThem() {
            Node small = world.node(World.START, settings -> settings.maxBufferedIssues(1));
            for (String key : new String[] {"a", "b"}) {
                small.notifier.report(longWinded(key, 1));
            }

            assertThat(isKnown(small, longWinded("a", 2))).isTrue();
            assertThat(isKnown(small, longWinded("b", 2))).isFalse();
            assertThat(world.entry("b").issue()).isEqualTo(longWinded("b", 2));

            small.advance(Duration.ofSeconds(3));
            assertThat(world.entry("a").issue()).isEqualTo(longWinded("a", 2));
            assertThat(isKnown(small, longWinded("a", 3)))
                    .as("long words are not kept longer than they have to be")
                    .isFalse();
            assertThat(isKnown(small, longWinded("b", 3))).isTrue();
        }

        private Issue longWinded(String key, int time) {
            return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                    .key(key)
                    .summary("Problem " + key)
                    .detail(("It went wrong for the " + time + "th time. ").repeat(50))
                    .build();
        }
    }

    @Nested
    @DisplayName("it forgets what nobody speaks of")
    class Idle {
        private final Node node = world.node(
                World.START,
                settings -> settings.policy(
                        World.policy().gathering(Duration.ofHours(12)).build()));

        @Test
        void whatWasNotReportedForAWhileIsForgottenAndWhatWasCountedIsWritten() {
            node.notifier.report(issue("a"));
            node.notifier.report(issue("a"));

            for (int hour = 0; hour < 4; hour++) {
                node.advance(Sweeper.WHILE);
                somethingIsDueForAnother();
            }

            assertThat(world.entry("a").count()).isEqualTo(2);
            assertThat(isKnown(node, issue("a"))).isFalse();
            assertThat(isKnown(node, issue("a"))).isTrue();
        }

        @Test
        void whatIsReportedNowAndThenIsNot() {
            node.notifier.report(issue("a"));

            for (int hour = 0; hour < 4; hour++) {
                assertThat(isKnown(node, issue("a"))).isTrue();
                node.advance(Sweeper.WHILE.dividedBy(2));
                assertThat(isKnown(node, issue("a"))).isTrue();
                node.advance(Sweeper.WHILE.dividedBy(2));
                somethingIsDueForAnother();
            }
        }

        /** Where counts wait until somebody wants to know them, nothing tells that an issue is alive but its count. */
        @Test
        void whatIsReportedNowAndThenIsNotWhereCountsCanWait() {
            FaultyStore store = new FaultyStore(InMemoryNotificationStore.create());
            Node alone = world.node(
                    World.START,
                    settings -> settings.store(store)
                            .policy(World.policy()
                                    .gathering(Duration.ofHours(12))
                                    .build()));
            alone.notifier.report(issue("a"));
            alone.notifier.report(other(1));

            for (int hour = 0; hour < 4; hour++) {
                long before = store.operations();
                alone.notifier.report(issue("a"));
                assertThat(store.operations()).isEqualTo(before);
                alone.advance(Sweeper.WHILE);
                alone.notifier.report(other(100 + hour));
                alone.advance(Duration.ofSeconds(3));
            }
        }

        private void somethingIsDueForAnother() {
            node.notifier.sendTest(OTHER);
        }
    }
}
