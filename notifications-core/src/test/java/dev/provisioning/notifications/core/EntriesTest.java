package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.Entries.Added;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Entry.Status;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** To the very version and instant, which no notifier can be made to meet. */
@DisplayName("The entries of a ledger")
class EntriesTest {
    private static final int MANY = 100;
    private static final String COUNTED = Entry.COUNTED_ONLY + IssueKind.CREDENTIALS_INVALID.name();

    private Ledger ledger = Ledger.empty(APP);

    /** One step after what was there. */
    private Entries next() {
        return Entries.of(ledger);
    }

    private static Added add(Entries entries, Issue issue, Instant now, int limit) {
        return entries.add(Reported.once(issue), now, limit);
    }

    /** The step is taken; returns its revision. */
    private long take(Entries entries) {
        ledger = ledger.successor(Slot.FIRST, entries.toMap(), null);
        return ledger.revision();
    }

    private long report(String key) {
        Entries entries = next();
        add(entries, issue(key), START, MANY);
        return take(entries);
    }

    private long resolve(String key) {
        Entries entries = next();
        assertThat(entries.resolve(key, true, START)).isTrue();
        return take(entries);
    }

    private static Entry entry(Entries entries, String key) {
        return Objects.requireNonNull(entries.toMap().get(key), key);
    }

    private Ledger at(long revision) {
        return new Ledger(APP, revision, Slot.FIRST, ledger.entries(), null);
    }

    private static Handover mark(long cut) {
        return new Handover(START, START, cut, List.of(), "subject", 1);
    }

    @Nested
    @DisplayName("take reports")
    class Reports {
        @Test
        void andSayWhatThatDid() {
            Entries entries = next();

            assertThat(add(entries, issue("a"), START, MANY)).isEqualTo(Added.HELD);
            assertThat(add(entries, issue("a"), START, MANY)).isEqualTo(Added.MERGED);
            assertThat(add(entries, issue("a", Severity.URGENT), START, MANY)).isEqualTo(Added.WORSE);
            assertThat(add(entries, issue("a"), START, MANY)).isEqualTo(Added.MERGED);
        }

        @Test
        void andKnowSinceWhenAndUntilWhenTheyWereSeen() {
            Entries entries = next();
            for (int minute : new int[] {5, 3, 9, 7}) {
                Issue seen = Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                        .key("a")
                        .summary("Problem a")
                        .occurredAt(START.plusSeconds(60L * minute))
                        .build();
                add(entries, seen, START.plusSeconds(600), MANY);
            }

            assertThat(entry(entries, "a").firstSeen()).isEqualTo(START.plusSeconds(180));
            assertThat(entry(entries, "a").lastSeen()).isEqualTo(START.plusSeconds(540));
        }

        @Test
        void andBelieveNoneThatComesFromTheFuture() {
            Issue early = Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                    .key("a")
                    .summary("Problem a")
                    .occurredAt(START.plusSeconds(1))
                    .build();
            Entries entries = next();

            add(entries, early, START, MANY);

            assertThat(entry(entries, "a").firstSeen()).isEqualTo(START);
        }

        @Test
        void andKnowSinceWhenTheyAreHeld() {
            Instant later = START.plusSeconds(60);
            Entries entries = next();
            add(entries, issue("a"), START, MANY);

            add(entries, issue("a"), later, MANY);
            assertThat(entry(entries, "a").heldAt()).isEqualTo(START);

            entries.resolve("a", true, later);
            add(entries, issue("a"), later, MANY);
            assertThat(entry(entries, "a").heldAt()).isEqualTo(later);
        }

        @Test
        void andGiveNoPlaceToWhatIsCountedOnly() {
            Entries entries = next();
            add(entries, issue("a"), START, 1);
            add(entries, issue("b"), START, 1);
            assertThat(entries.toMap()).containsOnlyKeys("a", COUNTED);

            add(entries, issue("c"), START, 2);

            assertThat(entries.toMap()).containsOnlyKeys("a", COUNTED, "c");
        }
    }

    @Nested
    @DisplayName("end what is over")
    class Resolves {
        @Test
        void unlessNothingIsKnownOfIt() {
            assertThat(next().resolve("a", false, START)).isFalse();
        }

        @Test
        void onceOnly() {
            report("a");
            long resolved = resolve("a");
            Entries entries = next();

            assertThat(entries.resolve("a", true, START)).isFalse();
            assertThat(entries.resolveAll(Set.of("a"), resolved, true, START)).isEmpty();
        }
    }

    @Nested
    @DisplayName("go by versions, up to that of the cut and not beyond")
    class Versions {
        @Test
        void whenASwitchedOffApplicationDropsThem() {
            report("a");
            long cut = report("b");
            report("c");
            Entries entries = next();

            assertThat(entries.dropUpTo(cut)).isEqualTo(2);
            assertThat(entries.toMap()).containsOnlyKeys("c");
        }

        @Test
        void whenAMailHasNamedThem() {
            long cut = report("a");
            report("b");
            Entries entries = next();

            entries.reported(at(cut));

            assertThat(entry(entries, "a").status()).isEqualTo(Status.REPORTED);
            assertThat(entry(entries, "b").status()).isEqualTo(Status.HELD);
        }

        @Test
        void whenAMailHasToldThatTheyAreOver() {
            report("a");
            report("b");
            long cut = resolve("a");
            resolve("b");
            Entries reported = next();
            Entries assumed = next();

            reported.reported(at(cut));
            assumed.assumeReported(mark(cut));

            assertThat(reported.toMap()).containsOnlyKeys("b");
            assertThat(assumed.toMap()).containsOnlyKeys("b");
        }

        @Test
        void whenAMailIsTakenToHaveNamedThem() {
            long cut = report("a");
            report("b");
            Entries entries = next();

            entries.assumeReported(mark(cut));

            assertThat(entry(entries, "a").status()).isEqualTo(Status.REPORTED);
            assertThat(entry(entries, "b").status()).isEqualTo(Status.HELD);
        }

        @Test
        void whenAMailHasPerhapsNamedThem() {
            long cut = report("a");
            report("b");
            Entries entries = next();

            entries.inDoubt(mark(cut));

            assertThat(entry(entries, "a").inDoubt()).isTrue();
            assertThat(entry(entries, "b").inDoubt()).isFalse();
        }
    }
}
