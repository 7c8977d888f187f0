package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptTest {
    private static final Slot GATHERING = Slot.FIRST.waiting(Phase.GATHERING, START.plusSeconds(60));
    private static final Issue ISSUE = issue(builder -> builder);

    /** Those that a first issue is all of: kept small. */
    static List<Ledger> small() {
        return List.of(
                ledger(1, GATHERING, entry(ISSUE, Severity.CRITICAL, 1, 1)),
                ledger(7, GATHERING, entry(ISSUE, Severity.CRITICAL, 40, 7)),
                ledger(7, GATHERING, entry(ISSUE, Severity.URGENT, 40, 7)),
                ledger(1, GATHERING, entry(issue(b -> b.key("k").detail("more")), Severity.CRITICAL, 1, 1)),
                ledger(1, GATHERING, entry(issue(b -> b.remedy("do").fact("a", "b")), Severity.CRITICAL, 1, 1)),
                ledger(1, GATHERING, entry(issue(b -> b.deadline(START, "It stops.")), Severity.CRITICAL, 1, 1)),
                ledger(1, GATHERING, entry(issue(b -> b.occurredAt(START)), Severity.CRITICAL, 1, 1)));
    }

    /** Those that say more in one place. */
    static List<Ledger> whole() {
        Entry plain = entry(ISSUE, Severity.CRITICAL, 1, 1);
        return List.of(
                Ledger.empty(APP),
                ledger(1, Slot.FIRST, plain),
                ledger(1, GATHERING.waiting(Phase.RETRY, START), plain),
                ledger(1, GATHERING.opening(START, START), plain),
                ledger(1, GATHERING.troubled(null, 1), plain),
                ledger(2, GATHERING, plain),
                ledger(1L << 31, GATHERING, entry(ISSUE, Severity.CRITICAL, 1, 1L << 31)),
                ledger(2, GATHERING, entry(ISSUE, Severity.CRITICAL, 1L << 31, 2)),
                ledger(2, GATHERING, with(plain, "a", Entry.Status.HELD, START, 0, 1, false, null)),
                ledger(1, GATHERING, with(plain, "+quarantined", Entry.Status.HELD, START, 0, 1, false, null)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.REPORTED, START, 0, 1, false, null)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.RESOLVED, START, 0, 1, false, START)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.HELD, START.plusSeconds(1), 0, 1, false, null)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.HELD, START, 1, 1, false, null)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.HELD, START, 0, 0, false, null)),
                ledger(1, GATHERING, with(plain, null, Entry.Status.HELD, START, 0, 1, true, null)),
                new Ledger(APP, 1, GATHERING, Map.of("a", plain, "b", plain), null),
                new Ledger(
                        APP,
                        1,
                        GATHERING,
                        Map.of(plain.key(), plain),
                        new SentMail(1, START, false, List.of(), "Subject", 1)));
    }

    @ParameterizedTest
    @MethodSource("small")
    void aFirstIssueIsKeptSmallAndReadBackAsItWas(Ledger ledger) {
        assertThat(Kept.of(ledger)).isInstanceOf(FirstIssue.class);
        assertThat(Kept.of(ledger).ledger()).isEqualTo(ledger);
        assertThat(Kept.of(ledger).revision()).isEqualTo(ledger.revision());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void whatSaysMoreIsKeptWholeAndReadBackAsItWas(Ledger ledger) {
        assertThat(Kept.of(ledger)).isNotInstanceOf(FirstIssue.class);
        assertThat(Kept.of(ledger).ledger()).isEqualTo(ledger);
        assertThat(Kept.of(ledger).revision()).isEqualTo(ledger.revision());
    }

    /** Else somebody would be told that it is due a little before it says so itself, again and again. */
    @Test
    void whenItIsDueIsCutToWhatTheAgendaGoesBy() {
        Instant fine = START.plusNanos(1_999);
        Slot slot = Slot.FIRST.waiting(Phase.RETRY, fine);

        Kept kept = Kept.of(new Ledger(APP, 1, slot, Map.of(), null));

        assertThat(kept.ledger().slot().dueAt()).isEqualTo(START.plusNanos(1_000));
        assertThat(kept.dueAt()).isEqualTo(Kept.micros(START.plusNanos(1_000)));
    }

    private static Issue issue(UnaryOperator<Issue.Builder> more) {
        return more.apply(Issue.builder(APP, IssueKind.QUARANTINED).summary("Quarantined"))
                .build();
    }

    private static Ledger ledger(long revision, Slot slot, Entry entry) {
        return new Ledger(APP, revision, slot, Map.of(entry.key(), entry), null);
    }

    private static Entry entry(Issue issue, Severity worst, long count, long version) {
        Instant last = START.plusSeconds(count - 1);
        return new Entry(
                issue.key(), Entry.Status.HELD, issue, worst, START, last, START, count, 0, 1, version, false, null);
    }

    private static Entry with(
            Entry entry,
            @Nullable String key,
            Entry.Status status,
            Instant heldAt,
            long told,
            long born,
            boolean inDoubt,
            @Nullable Instant resolvedAt) {
        return new Entry(
                key == null ? entry.key() : key,
                status,
                entry.issue(),
                entry.severity(),
                entry.firstSeen(),
                entry.lastSeen(),
                heldAt,
                entry.count(),
                told,
                born,
                entry.version(),
                inDoubt,
                resolvedAt);
    }
}
