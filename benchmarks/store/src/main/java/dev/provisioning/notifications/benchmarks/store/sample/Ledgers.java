package dev.provisioning.notifications.benchmarks.store.sample;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The steps of a ledger as a notifier takes them when nothing goes wrong. */
public final class Ledgers {
    private static final String SUBJECT = "Salesforce: the account that provisioning signs in with is refused";
    private static final Duration LEASE = Duration.ofMinutes(20);

    private Ledgers() {}

    /** {@return the ledger with one more issue held, for which somebody has to look at an instant} */
    public static Ledger held(Ledger ledger, Issue issue, Instant now, Instant due) {
        Map<String, Entry> entries = new HashMap<>(ledger.entries());
        entries.put(issue.key(), entry(issue, Entry.Status.HELD, 0, ledger.revision() + 1, now));
        return ledger.successor(ledger.slot().waiting(Phase.GATHERING, due), entries, ledger.lastMail());
    }

    /** {@return the ledger, claimed} */
    public static Ledger claimed(Ledger ledger, Instant now) {
        Claim claim = new Claim("node-1", "node-1/" + UUID.randomUUID(), null);
        return ledger.successor(ledger.slot().claimed(claim, now.plus(LEASE)));
    }

    /** {@return the claimed ledger, past the point of no return} */
    public static Ledger marked(Ledger ledger, Instant now) {
        Claim claim = Objects.requireNonNull(ledger.slot().claim(), "claim");
        Handover mark = new Handover(
                now, now.plus(Duration.ofDays(1)), ledger.revision(), List.of(Sample.RECIPIENT), SUBJECT, 1);
        return ledger.successor(ledger.slot().handedOver(claim.handedOver(mark), now.plus(LEASE)));
    }

    /** {@return the ledger, whose mail was accepted, and whose next slot is open} */
    public static Ledger accepted(Ledger ledger, Instant now) {
        Map<String, Entry> entries = new HashMap<>();
        for (Entry entry : ledger.entries().values()) {
            entries.put(
                    entry.key(), entry(entry.issue(), Entry.Status.REPORTED, 1, entry.version(), entry.firstSeen()));
        }
        List<RecipientOutcome> outcomes = List.of(RecipientOutcome.accepted(Sample.RECIPIENT));
        SentMail mail = new SentMail(ledger.slot().number(), now, false, outcomes, SUBJECT, entries.size());
        return ledger.successor(ledger.slot().next(), entries, mail);
    }

    private static Entry entry(Issue issue, Entry.Status status, long told, long version, Instant seen) {
        return new Entry(
                issue.key(), status, issue, issue.severity(), seen, seen, seen, 1, told, version, version, false, null);
    }
}
