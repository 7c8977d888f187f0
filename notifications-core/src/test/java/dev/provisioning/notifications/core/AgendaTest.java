package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int HORIZON = 15;
    private static final List<Severity> URGENCIES = List.of(Severity.values());

    /** Each change gives one of a few applications another time and urgency, or none. */
    @Property(tries = 300)
    void itTellsWhatASortedListWouldTell(
            @ForAll @Size(max = 120) List<@IntRange(max = 4_999) Integer> changes,
            @ForAll @IntRange(max = 12) int now,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        Agenda agenda = new Agenda();
        Map<AppId, Kept> expected = new HashMap<>();
        for (int change : changes) {
            Kept kept = kept(change % 10, change / 10 % 20, URGENCIES.get(change / 200 % 4), change < 4_500);
            agenda.replace(expected.put(kept.app, kept), kept);
        }

        assertThat(agenda.due(at(now), at(HORIZON), limit)).isEqualTo(due(expected, now, limit));
        assertThat(agenda.nextDue(at(now)))
                .isEqualTo(expected.values().stream()
                        .filter(kept -> kept.isDue() && kept.dueAt() > at(now))
                        .mapToLong(Kept::dueAt)
                        .min()
                        .orElse(Long.MAX_VALUE));
    }

    /** Put in in order, they would make an unbalanced tree a list, too deep for the stack. */
    @Test
    void itDoesNotGrowLopsided() {
        Agenda agenda = new Agenda();
        for (int i = 0; i < 100_000; i++) {
            agenda.replace(null, kept(i, i, Severity.CRITICAL, true));
        }

        assertThat(agenda.due(at(100_000), at(200_000), 1)).containsExactly(AppId.of("contoso", "app-0"));
    }

    private static List<AppId> due(Map<AppId, Kept> all, int now, int limit) {
        Comparator<Kept> order = Comparator.comparing((Kept kept) -> kept.dueAt() > at(HORIZON))
                .thenComparing(Kept::urgency, Comparator.reverseOrder())
                .thenComparing(Kept::dueAt)
                .thenComparing(Kept::hash);
        return all.values().stream()
                .filter(Kept::isDue)
                .filter(kept -> kept.dueAt() <= at(now) || kept.dueAt() > at(HORIZON))
                .sorted(order)
                .limit(limit)
                .map(kept -> kept.app)
                .toList();
    }

    private static long at(int second) {
        return Kept.micros(NOON.plusSeconds(second));
    }

    private static Kept kept(int number, int second, Severity urgency, boolean due) {
        AppId app = AppId.of("contoso", "app-" + number);
        Slot slot = due ? Slot.FIRST.waiting(Phase.GATHERING, NOON.plusSeconds(second)) : Slot.FIRST;
        Issue issue = Issue.builder(app, IssueKind.QUARANTINED)
                .severity(urgency)
                .summary("Quarantined")
                .build();
        Entry entry =
                new Entry(issue.key(), Entry.Status.HELD, issue, urgency, NOON, NOON, NOON, 1, 0, 1, 1, false, null);
        return Kept.of(new Ledger(app, 1, slot, Map.of(entry.key(), entry), null));
    }
}
