package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ledgers, entries, mails and issues as rows of their {@link Table}, and back. */
final class Rows {
    private Rows() {}

    static Row of(Ledger ledger) {
        Slot slot = ledger.slot();
        Claim claim = slot.claim();
        return Row.of(
                Table.LEDGER,
                ledger.app().tenant(),
                ledger.app().name(),
                ledger.revision(),
                slot.number(),
                slot.phase().name(),
                micros(slot.dueAt()),
                micros(slot.usedAt()),
                micros(slot.opensAt()),
                claim == null ? null : claim.owner(),
                claim == null ? null : claim.token(),
                claim == null ? null : Packing.of(claim.handover()),
                (long) slot.attempts(),
                (long) slot.stumbles(),
                Packing.of(slot.trouble()),
                Packing.of(ledger.lastMail()),
                (long) ledger.entries().size());
    }

    /** The ledger of a row, if all its entries are there. */
    static Ledger ledger(AppId app, Row row, Map<String, Entry> entries) {
        if (!app.equals(app(row))) {
            throw new DamagedException("a row of another application is in its place");
        }
        if (row.number(15) != entries.size()) {
            throw new DamagedException(entries.size() + " of " + row.number(15) + " entries are there");
        }
        return new Ledger(app, row.number(2), slot(row), entries, Packing.mailOrNull(row.textOrNull(14)));
    }

    private static Slot slot(Row row) {
        return new Slot(
                row.number(3),
                Phase.valueOf(row.text(4)),
                row.instantOrNull(5),
                row.instantOrNull(6),
                row.instantOrNull(7),
                claim(row),
                row.integer(11),
                row.integer(12),
                Packing.trouble(row.textOrNull(13)));
    }

    private static @Nullable Claim claim(Row row) {
        Handover mark = Packing.handover(row.textOrNull(10));
        String token = row.textOrNull(9);
        return token == null ? null : new Claim(row.text(8), token, mark);
    }

    static Row of(AppId app, Entry entry) {
        return Row.of(
                Table.ENTRY,
                app.tenant(),
                app.name(),
                entry.key(),
                entry.status().name(),
                entry.severity().name(),
                Micros.of(entry.firstSeen()),
                Micros.of(entry.lastSeen()),
                Micros.of(entry.heldAt()),
                entry.count(),
                entry.told(),
                entry.born(),
                entry.version(),
                entry.inDoubt() ? 1L : 0L,
                micros(entry.resolvedAt()),
                Packing.of(entry.issue()));
    }

    /** A row that has nothing but the key of an entry. */
    static Row keyOfEntry(AppId app, String key) {
        @Nullable Object[] values = new @Nullable Object[Table.ENTRY.columns().size()];
        values[0] = app.tenant();
        values[1] = app.name();
        values[2] = key;
        return Row.of(Table.ENTRY, values);
    }

    static Entry entry(AppId app, Row row) {
        return new Entry(
                row.text(2),
                Entry.Status.valueOf(row.text(3)),
                Packing.issue(app, row.text(14)),
                Severity.valueOf(row.text(4)),
                row.instant(5),
                row.instant(6),
                row.instant(7),
                row.number(8),
                row.number(9),
                row.number(10),
                row.number(11),
                row.number(12) != 0,
                row.instantOrNull(13));
    }

    static Row of(AppId app, SentMail mail) {
        return Row.of(Table.MAIL, app.tenant(), app.name(), mail.slot(), Micros.of(mail.at()), Packing.of(mail));
    }

    static SentMail mail(Row row) {
        return Packing.mail(row.text(4));
    }

    static Row of(Issue issue) {
        return Row.of(Table.OUTBOX, issue.app().tenant(), issue.app().name(), Packing.of(issue));
    }

    static Issue issue(Row row) {
        return Packing.issue(app(row), row.text(2));
    }

    private static AppId app(Row row) {
        return AppId.of(row.text(0), row.text(1));
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
