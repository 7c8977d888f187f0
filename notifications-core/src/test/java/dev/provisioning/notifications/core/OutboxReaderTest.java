package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a host reports within a transaction of its own")
class OutboxReaderTest {
    private final World world = new World();
    private final PostingStore store = new PostingStore();
    private final List<String> told = new ArrayList<>();
    private final Node node = node();

    /** The process of a node ends here and now. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Node node() {
        Node made = world.node(
                START,
                settings -> settings.store(store).listener(new NotificationListener() {
                    @Override
                    public void issueHeld(Issue issue, boolean slotUsed) {
                        told.add(issue.key() + (slotUsed ? ", kept back" : ""));
                    }
                }));
        made.time.runDue();
        return made;
    }

    private void post(Issue... issues) {
        PostingStore.Transaction transaction = store.begin();
        for (Issue issue : issues) {
            transaction.report(issue);
        }
        transaction.commit();
    }

    private static Issue of(AppId app) {
        return Issue.builder(app, IssueKind.QUARANTINED).summary("Problem").build();
    }

    private static AppId app(int number) {
        return AppId.of("contoso", "app-" + number);
    }

    private Ledger ledger() {
        return store.read(APP);
    }

    private Entry entry(String key) {
        return Objects.requireNonNull(ledger().entries().get(key), key);
    }

    private int waiting() {
        return store.waiting(Integer.MAX_VALUE).size();
    }

    @Nested
    @DisplayName("is held within a poll interval if it commits")
    class Committed {
        @Test
        void andIsMailedAsIfItHadBeenReported() {
            post(issue("a"), issue("b"));

            node.advance(PostingStore.POLL);
            assertThat(ledger().entries()).containsOnlyKeys("a", "b");
            assertThat(entry("a").isHeld()).isTrue();
            assertThat(waiting()).isZero();
            assertThat(told).containsExactly("a", "b");

            node.gather();
            assertThat(world.named()).containsExactly(List.of("a", "b"));
        }

        @Test
        void andNotIfItRollsBackNorBeforeTheEnd() {
            PostingStore.Transaction transaction = store.begin().report(issue("a"));
            node.advance(Duration.ofHours(1));
            assertThat(ledger().revision()).isZero();

            transaction.commit();
            node.advance(PostingStore.POLL);
            assertThat(ledger().entries()).containsOnlyKeys("a");
        }

        @Test
        void andWithoutTheSecretsThatItTells() {
            post(Issue.builder(APP, IssueKind.QUARANTINED)
                    .key("a")
                    .summary("password=hunter2")
                    .build());

            node.advance(PostingStore.POLL);

            assertThat(entry("a").issue().summary()).isEqualTo("password=***");
        }

        @Test
        void andToldAsKeptBackAfterTheMailOfTheDay() {
            node.notifier.report(issue("a"));
            node.gather();
            post(issue("b"));
            node.advance(PostingStore.POLL);

            assertThat(told).containsExactly("a", "b, kept back");
        }

        @Test
        void andToldAsHeldOnceHoweverOftenItWasReported() {
            node.notifier.report(issue("a"));
            post(issue("a"), issue("b"), issue("b"));
            node.advance(PostingStore.POLL);

            assertThat(told).containsExactly("a", "b");
            assertThat(entry("a").count()).isEqualTo(2);
            assertThat(entry("b").count()).isEqualTo(2);
        }

        @Test
        void andAnsweredFromMemoryAfterwards() {
            post(issue("a"));
            node.advance(PostingStore.POLL);
            long revision = ledger().revision();

            node.notifier.report(issue("a"));
            assertThat(ledger().revision()).isEqualTo(revision);
            node.advance(PostingStore.POLL);
            assertThat(entry("a").count()).isEqualTo(2);
        }

        @Test
        void evenIfItIsOneOfMany() {
            for (int i = 0; i < 1_500; i++) {
                post(of(app(i)));
            }
            node.advance(PostingStore.POLL);

            assertThat(waiting()).isZero();
        }

        @Test
        void orSoonAfterwardsIfTheyAreSoManyThatMailsMustGetTheirTurn() {
            for (int i = 0; i < 2_500; i++) {
                post(of(app(i)));
            }
            node.advance(PostingStore.POLL.plusSeconds(1));

            assertThat(waiting()).isZero();
            assertThat(store.mostTakenInARow).isEqualTo(2_000);
        }

        @Test
        void evenIfItIsBeyondTheBoundOfItsApplication() {
            for (int i = 0; i < 130; i++) {
                post(issue("key-" + i));
            }
            node.advance(PostingStore.POLL);

            assertThat(ledger().entries()).hasSize(101);
            assertThat(entry("+" + IssueKind.CREDENTIALS_INVALID.name()).count())
                    .isEqualTo(30);
            node.gather();
            assertThat(world.mail.received()).hasSize(1);
        }

        @Test
        void evenWhileAMailIsOnItsWay() {
            Node slow = world.node(START, settings -> settings.store(store).maxDeliveries(1));
            slow.notifier.report(of(app(1)));
            world.mail.nextDoes((notification, point) -> {
                slow.advance(PostingStore.POLL.multipliedBy(3));
                post(issue("a"));
                slow.advance(PostingStore.POLL);
                assertThat(ledger().entries()).containsOnlyKeys("a");
                return world.mail.accept(notification, point);
            });
            slow.notifier.report(of(app(2)));

            slow.advance(Duration.ofHours(1));

            assertThat(ledger().entries()).containsOnlyKeys("a");
            assertThat(world.mail.received()).hasSize(3);
        }
    }

    @Nested
    @DisplayName("is discarded")
    class Unwanted {
        @Test
        void ifTheApplicationIsSwitchedOff() {
            world.switchOff();
            post(issue("a"));
            node.advance(PostingStore.POLL);

            assertThat(waiting()).isZero();
            assertThat(ledger().revision()).isZero();
        }

        @Test
        void ifThePolicyDoesNotAdmitItAndTheOthersAreHeld() {
            post(issue("a"), issue("b", Severity.INFO));
            node.advance(PostingStore.POLL);

            assertThat(waiting()).isZero();
            assertThat(ledger().entries()).containsOnlyKeys("a");
        }

        @Test
        void ifItsApplicationIsErasedAlsoByAnotherNodeThatHasSeenIt() {
            Node other = node();
            post(issue("a"));
            store.beforeTake = () -> node.notifier.erase(APP);
            other.advance(PostingStore.POLL);
            node.advance(PostingStore.POLL);

            assertThat(waiting()).isZero();
            assertThat(ledger().entries()).isEmpty();
        }

        @Test
        void ifItsApplicationIsErasedAlsoWhenAnotherNodeTakesItJustThen() {
            Node other = node();
            post(issue("a"));
            store.beforeErase = () -> other.advance(PostingStore.POLL);
            node.notifier.erase(APP);

            assertThat(waiting()).isZero();
            assertThat(ledger().entries()).isEmpty();
        }
    }

    @Nested
    @DisplayName("is held exactly once")
    class ExactlyOnce {
        @Test
        void whenTwoNodesAreAtIt() {
            Node other = node();
            post(issue("a"), issue("b"));
            store.beforeTake = () -> other.advance(PostingStore.POLL);
            node.advance(PostingStore.POLL);

            assertThat(entry("a").count()).isEqualTo(1);
            assertThat(entry("b").count()).isEqualTo(1);
            assertThat(told).containsExactly("a", "b");
        }

        @Test
        void whenAnotherNodeIsAtTheLedgerAndWithinTheSamePoll() {
            Node other = node();
            post(issue("a"));
            store.beforeTake = () -> other.notifier.report(issue("b"));
            node.advance(PostingStore.POLL);

            assertThat(ledger().entries()).containsOnlyKeys("a", "b");
            assertThat(entry("a").count()).isEqualTo(1);
        }

        @Test
        void whenTheNodeDiesBeforeItTakesIt() {
            post(issue("a"));
            store.beforeTake = () -> {
                throw new Killed();
            };
            assertThatThrownBy(() -> node.advance(PostingStore.POLL)).isInstanceOf(Killed.class);
            assertThat(ledger().revision()).isZero();

            Node next = node();
            next.advance(PostingStore.POLL);
            assertThat(entry("a").count()).isEqualTo(1);
            next.gather();
            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void whenTheNodeDiesRightAfterItHasTakenIt() {
            Node doomed = world.node(
                    START,
                    settings -> settings.store(store).listener(new NotificationListener() {
                        @Override
                        public void issueHeld(Issue issue, boolean slotUsed) {
                            throw new Killed();
                        }
                    }));
            doomed.time.runDue();
            post(issue("a"));
            assertThatThrownBy(() -> doomed.advance(PostingStore.POLL)).isInstanceOf(Killed.class);

            Node next = node();
            next.gather();
            assertThat(entry("a").count()).isEqualTo(1);
            assertThat(world.named()).containsExactly(List.of("a"));
        }
    }

    @Nested
    @DisplayName("keeps nothing else waiting")
    class Faulty {
        @Test
        void ifAnApplicationIsStuckWithMoreThanIsLookedAtAtOnce() {
            store.stuck = app(0)::equals;
            for (int i = 0; i < 150; i++) {
                post(of(app(0)));
            }
            post(of(app(1)));
            post(issue("a"));
            node.advance(PostingStore.POLL);

            assertThat(waiting()).isEqualTo(150);
            assertThat(ledger().entries()).containsOnlyKeys("a");
        }

        @Test
        @ExpectsWarnings
        void ifTheOutboxCannotBeRead() {
            store.isUnreadable = true;
            assertMailsLeaveAllTheSame();
        }

        @Test
        @ExpectsWarnings
        void ifThereIsNoSayingWhetherThereIsAnOutbox() {
            store.isBroken = true;
            assertMailsLeaveAllTheSame();
        }

        private void assertMailsLeaveAllTheSame() {
            post(issue("posted"));
            node.notifier.report(issue("reported"));
            node.gather();
            assertThat(world.named()).containsExactly(List.of("reported"));
            assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.NOTHING_HELD);

            store.isUnreadable = false;
            store.isBroken = false;
            node.advance(PostingStore.POLL);
            assertThat(entry("posted").isHeld()).isTrue();
        }

        @Test
        void andTheStoreDoesNotCountAsLostByIt() {
            List<String> lost = new ArrayList<>();
            Node other = world.node(
                    START,
                    settings -> settings.store(store).listener(new NotificationListener() {
                        @Override
                        public void storeLost(Throwable cause) {
                            lost.add(String.valueOf(cause.getMessage()));
                        }
                    }));
            store.isUnreadable = true;
            other.time.runDue();

            assertThat(lost).isEmpty();
        }
    }
}
