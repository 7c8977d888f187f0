package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ledgers, mails and issues as rows of their {@link Table}, and back. */
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
                turn(ledger),
                micros(slot.usedAt()),
                micros(slot.opensAt()),
                claim == null ? null : claim.owner(),
                claim == null ? null : claim.token(),
                claim == null ? null : Packing.of(claim.handover()),
                (long) slot.attempts(),
                (long) slot.stumbles(),
                Packing.of(slot.trouble()),
                Packing.of(ledger.lastMail()),
                Packing.of(ledger.entries().values()));
    }

    /** The ledger of a row of its table. */
    static Ledger ledger(AppId app, Row row) {
        if (!app.equals(app(row))) {
            throw new DamagedException("a row of another application is in its place");
        }
        return new Ledger(
                app,
                row.number(2),
                slot(row),
                Packing.entries(app, row.text(15)),
                Packing.mailOrNull(row.textOrNull(14)));
    }

    private static Slot slot(Row row) {
        return new Slot(
                row.number(3),
                Phase.valueOf(row.text(4)),
                row.numberOrNull(5) == null ? null : Turn.dueAt(row.number(5)),
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

    private static @Nullable Long turn(Ledger ledger) {
        Instant due = ledger.slot().dueAt();
        return due == null ? null : Turn.of(ledger.urgency(), due);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
