package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.SampleLedgers.APP;
import static dev.provisioning.notifications.testkit.SampleLedgers.LATER;
import static dev.provisioning.notifications.testkit.SampleLedgers.NOON;
import static dev.provisioning.notifications.testkit.SampleLedgers.dueAt;
import static dev.provisioning.notifications.testkit.SampleLedgers.entry;
import static dev.provisioning.notifications.testkit.SampleLedgers.greatest;
import static dev.provisioning.notifications.testkit.SampleLedgers.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link NotificationStoreContract} about what a store has beside ledgers: mails, a clock, an outbox. */
abstract class StoreContractBesideLedgers extends StoreContractForTheDue {
    private static final AppId OTHER = app("workday");
    private static final TemporalUnitOffset A_MINUTE = within(1, ChronoUnit.MINUTES);

    abstract Optional<Consumer<Issue>> host();

    private Ledger sent(AppId app, long slot) {
        Ledger present = store().read(app);
        SentMail mail = new SentMail(slot, NOON.plusSeconds(slot), false, List.of(), "mail " + slot, 1);
        return replace(present, present.successor(present.slot(), present.entries(), mail));
    }

    @Nested
    @DisplayName("that is asked for mails")
    class Mails {
        @Test
        @DisplayName("tells none before the first")
        void tellsNoneBeforeTheFirst() {
            sent(OTHER, 1);
            write(APP, dueAt(NOON));

            assertThat(store().mails(APP, ALL)).isEmpty();
        }

        @Test
        @DisplayName("tells at least the last, the newest first")
        void tellsTheNewestFirst() {
            List<SentMail> written = List.of(last(sent(APP, 1)), last(sent(APP, 2)), last(sent(APP, 10)));
            sent(OTHER, 11);
            write(APP, dueAt(LATER));

            List<SentMail> mails = store().mails(APP, ALL);
            assertThat(mails)
                    .startsWith(written.get(2))
                    .isSubsetOf(written)
                    .isSortedAccordingTo(Comparator.comparing(SentMail::slot).reversed())
                    .doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("tells no more than it was asked for")
        void respectsTheLimit() {
            sent(APP, 1);
            sent(APP, 2);
            SentMail newest = last(sent(APP, 3));

            assertThat(store().mails(APP, 1)).containsExactly(newest);
            assertThat(store().mails(APP, 2)).hasSizeLessThanOrEqualTo(2).startsWith(newest);
        }

        @Test
        @DisplayName("tells once what became of the mail of a slot, as it was recorded last")
        void tellsOfASlotOnce() {
            Ledger first = sent(APP, 1);
            SentMail inDoubt = new SentMail(1, NOON, true, List.of(), "mail 1", 2);
            replace(first, first.successor(first.slot(), first.entries(), inDoubt));

            assertThat(store().mails(APP, ALL)).containsExactly(inDoubt);
        }

        @Test
        @DisplayName("forgets those of an application that is erased, but not its ledger")
        void forgetsWhatIsErased() {
            sent(APP, 1);
            Ledger written = sent(APP, 2);
            SentMail others = last(sent(OTHER, 1));

            store().erase(APP);
            assertSame(store().read(APP), written);
            assertThat(store().mails(APP, ALL)).isSubsetOf(last(written));
            assertThat(store().mails(OTHER, ALL)).containsExactly(others);

            replace(written, written.successor(written.slot(), Map.of(), null));
            store().erase(APP);
            assertThat(store().mails(APP, ALL)).isEmpty();
            assertThat(store().read(APP).revision()).isEqualTo(written.revision() + 1);
        }

        private SentMail last(Ledger ledger) {
            return Objects.requireNonNull(ledger.lastMail());
        }
    }

    @Nested
    @DisplayName("that tells the time, or leaves it to its node,")
    class Time {
        @Test
        @DisplayName("gives a clock that can be asked whatever becomes of the store")
        void givesAClockThatNeverFails() {
            Clock own = Clock.fixed(NOON, ZoneOffset.UTC);
            Clock clock = store().clock(own);
            Instant first = clock.instant();
            write(APP, dueAt(NOON));
            store().read(APP);
            assertThat(clock.instant()).isCloseTo(first, A_MINUTE);
            assertThat(clock.withZone(ZoneOffset.MAX).instant()).isCloseTo(first, A_MINUTE);

            store().close();
            assertThat(clock.instant()).isCloseTo(first, A_MINUTE);
            assertThat(store().clock(own).instant()).isCloseTo(first, A_MINUTE);
        }

        @Test
        @DisplayName("polls never, or after a positive time")
        void pollsAfterAPositiveTime() {
            assertThat(store().pollInterval())
                    .satisfies(interval -> assertThat(interval.orElse(TICK)).isPositive());
        }
    }

    @Nested
    @DisplayName("with an outbox")
    class WithOutbox {
        private final Ledger empty = Ledger.empty(APP);
        private final Ledger successor = empty.successor(dueAt(NOON), Map.of("a", entry("a")), null);

        private Outbox outbox() {
            return store().outbox().orElseThrow();
        }

        /** What hosts have reported and committed, one after another, as it waits. */
        private List<PostedIssue> posted(Issue... issues) {
            assumeTrue(
                    store().outbox().isPresent() && host().isPresent(),
                    "no host reports to this store in transactions of its own");
            for (Issue issue : issues) {
                host().orElseThrow().accept(issue);
            }
            List<PostedIssue> waiting = outbox().waiting(ALL);
            assertThat(waiting).extracting(PostedIssue::issue).containsExactly(issues);
            return waiting;
        }

        @Test
        @DisplayName("tells what waits, to the last letter, the longest waiting first")
        void tellsWhatWaits() {
            List<PostedIssue> waiting = posted(issue(APP, "z"), greatest(OTHER, "m"), issue(APP, "a"), issue(APP, "a"));

            assertThat(waiting).extracting(PostedIssue::id).doesNotHaveDuplicates();
            assertThat(outbox().waiting(2)).isEqualTo(waiting.subList(0, 2));
            assertThat(outbox().waiting(ALL)).as("is still there").isEqualTo(waiting);
        }

        @Test
        @DisplayName("takes issues out with the ledger that holds them")
        void takesThemOut() {
            List<PostedIssue> waiting = posted(issue(APP, "a"), issue(APP, "b"), issue(APP, "a"));

            assertThat(outbox().take(empty, successor, List.of(waiting.get(0), waiting.get(2))))
                    .isTrue();
            assertSame(store().read(APP), successor);
            assertThat(outbox().waiting(ALL)).containsExactly(waiting.get(1));
        }

        @Test
        @DisplayName("takes nothing, and changes nothing, if one of them is gone")
        void takesNothingIfOneIsGone() {
            List<PostedIssue> waiting = posted(issue(APP, "a"), issue(APP, "b"));
            outbox().discard(waiting.subList(0, 1));

            assertThat(outbox().take(empty, successor, waiting)).isFalse();
            assertSame(store().read(APP), empty);
            assertThat(outbox().waiting(ALL)).containsExactly(waiting.get(1));

            Ledger first = replace(empty, empty.successor(dueAt(LATER)));
            assertThat(outbox().take(first, first.successor(dueAt(NOON)), waiting))
                    .isFalse();
            assertSame(store().read(APP), first);
        }

        @Test
        @DisplayName("takes nothing, and changes nothing, if somebody was faster at the ledger")
        void takesNothingIfTheRevisionDiffers() {
            List<PostedIssue> waiting = posted(issue(APP, "a"));
            Ledger first = replace(empty, empty.successor(dueAt(LATER)));

            assertThat(outbox().take(empty, successor, waiting)).isFalse();
            assertSame(store().read(APP), first);
            assertThat(outbox().waiting(ALL)).isEqualTo(waiting);

            assertThat(outbox().take(first, first.successor(dueAt(NOON)), waiting))
                    .isTrue();
            assertThat(outbox().waiting(ALL)).isEmpty();
        }

        @Test
        @DisplayName("calls what is not the direct successor a bad argument, and takes nothing")
        void refusesWhatIsNotTheDirectSuccessor() {
            List<PostedIssue> waiting = posted(issue(APP, "a"));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outbox().take(empty, successor.successor(dueAt(NOON)), waiting));
            assertSame(store().read(APP), empty);
            assertThat(outbox().waiting(ALL)).isEqualTo(waiting);
        }

        @Test
        @DisplayName("discards what is unwanted, and minds nothing that is gone")
        void discardsWhatIsUnwanted() {
            List<PostedIssue> waiting = posted(issue(APP, "a"), issue(OTHER, "b"), issue(APP, "c"));

            outbox().discard(List.of(waiting.get(2), waiting.get(1)));
            outbox().discard(waiting.subList(1, 3));

            assertThat(outbox().waiting(ALL)).containsExactly(waiting.get(0));
            assertSame(store().read(APP), empty);
        }

        @Test
        @DisplayName("gives an issue to exactly one of many who take it at once")
        void givesAnIssueToOne() {
            for (int round = 0; round < 20; round++) {
                Ledger present = store().read(APP);
                List<PostedIssue> waiting = posted(issue(APP, "round " + round));
                List<Boolean> won = Race.of(
                        THREADS,
                        i -> () -> outbox().take(present, present.successor(dueAt(NOON.plusSeconds(i))), waiting));

                assertThat(won).as("who has taken it").containsOnlyOnce(true);
                assertThat(outbox().waiting(ALL)).isEmpty();
                assertThat(store().read(APP).revision()).isEqualTo(present.revision() + 1);
            }
        }

        @Test
        @DisplayName("forgets what waits of an application that is erased, and of no other")
        void forgetsWhatIsErased() {
            List<PostedIssue> waiting = posted(issue(APP, "a"), issue(OTHER, "b"));
            store().erase(APP);

            assertThat(outbox().waiting(ALL)).containsExactly(waiting.get(1));
        }
    }
}
