package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ledgers to write, as a notifier would make them. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");
    static final Instant HORIZON = NOON.plus(Duration.ofDays(8));
    static final AppId APP = app("salesforce");
    static final Recipient TEAM = Recipient.mail("team@example.com");

    private Samples() {}

    static AppId app(String name) {
        return AppId.of("contoso", name);
    }

    static Issue issue(AppId app, String key) {
        return Issue.builder(app, IssueKind.QUARANTINED)
                .key(key)
                .summary("Problem " + key)
                .fact("Source", "Ж日本語\t\ud83d\ude00")
                .build();
    }

    static Entry held(AppId app, String key, long revision) {
        Issue issue = issue(app, key);
        return new Entry(
                key,
                Entry.Status.HELD,
                issue,
                issue.severity(),
                NOON,
                NOON,
                NOON,
                1,
                0,
                revision,
                revision,
                false,
                null);
    }

    static Slot due(Instant instant) {
        return Slot.FIRST.waiting(Phase.GATHERING, instant);
    }

    static Slot claimed(Instant until) {
        return due(NOON).claimed(new Claim("node", "token", null), until);
    }

    static Slot handedOver(Instant until) {
        Handover mark = new Handover(NOON, NOON.plus(Duration.ofDays(1)), 1, List.of(TEAM), "subject", 1);
        return due(NOON).handedOver(new Claim("node", "token", mark), until);
    }

    static SentMail mail(long slot, Instant at) {
        return new SentMail(slot, at, false, List.of(RecipientOutcome.accepted(TEAM)), "Problem " + slot, 1);
    }

    /** The ledger with a few more issues, which somebody waits for. */
    static Ledger gathering(Ledger present, String... keys) {
        Ledger next = present;
        for (String key : keys) {
            Map<String, Entry> entries = new HashMap<>(next.entries());
            entries.put(key, held(present.app(), key, present.revision() + 1));
            next = new Ledger(present.app(), present.revision(), present.slot(), entries, present.lastMail());
        }
        return next.successor(due(NOON));
    }

    /** The ledger once another of its mails was accepted. */
    static Ledger mailed(Ledger present, Instant at) {
        long number = present.slot().number() + 1;
        Slot next = new Slot(number, Phase.IDLE, null, at, at.plus(Duration.ofDays(1)), null, 0, 0, null);
        return present.successor(next, Map.of(), mail(number - 1, at));
    }

    /** Writes a ledger that succeeds what is there. */
    static Ledger write(NotificationStore store, Ledger successor) {
        assertThat(store.replace(store.read(successor.app()), successor)).isTrue();
        return successor;
    }

    static Ledger write(NotificationStore store, AppId app, Slot slot) {
        return write(store, store.read(app).successor(slot));
    }

    /** Writes some ledgers of all sorts that nobody is at work on. */
    static List<Ledger> writeSome(NotificationStore store) {
        List<Ledger> written = new ArrayList<>();
        written.add(write(store, gathering(Ledger.empty(APP), "a", "b", "c")));
        written.add(write(store, gathering(Ledger.empty(app("workday")), "a")));
        Ledger once = write(store, mailed(Ledger.empty(app("concur")), NOON.minusSeconds(86_400)));
        written.add(write(store, mailed(once, NOON)));
        written.add(write(store, app("github"), due(NOON.plusSeconds(60))));
        written.add(write(store, mailed(Ledger.empty(AppId.of("007", "42")), NOON)));
        return written;
    }

    /** Writes what a killed process leaves behind, and some that it does not. */
    static void leaveBehind(NotificationStore store) {
        write(store, app("claimed"), claimed(NOON.plus(Duration.ofMinutes(20))));
        write(store, app("handed over"), handedOver(NOON.plus(Duration.ofMinutes(20))));
        write(store, app("gathering"), due(NOON.plusSeconds(60)));
        write(store, app("retry"), due(NOON).waiting(Phase.RETRY, NOON.plusSeconds(90)));
        write(store, mailed(Ledger.empty(app("idle")), NOON));
    }
}
