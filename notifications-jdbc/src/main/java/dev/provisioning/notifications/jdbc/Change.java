package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that a ledger becomes its direct successor: only what differs.
 *
 * @param app which application
 * @param expected the revision that the ledger must be of
 * @param ledger the ledger's new row
 * @param changed the rows of entries that are new or different
 * @param gone rows of the keys of entries that are no more
 * @param mail the row of the mail that has used a slot by this step; null if none has
 * @param forgetBefore of the history of mails, a few that are older than this may go, in microseconds
 * @param taken which posted issues are taken out with it
 */
record Change(
        AppId app,
        long expected,
        Row ledger,
        List<Row> changed,
        List<Row> gone,
        @Nullable Row mail,
        long forgetBefore,
        List<Long> taken) {

    static Change between(Ledger expected, Ledger successor, Duration keepMails, List<PostedIssue> taken) {
        if (!successor.app().equals(expected.app()) || successor.revision() != expected.revision() + 1) {
            throw new IllegalArgumentException("revision " + successor.revision() + " of " + successor.app()
                    + " does not succeed revision " + expected.revision() + " of " + expected.app());
        }
        AppId app = successor.app();
        SentMail mail = successor.lastMail();
        boolean sent = mail != null && !mail.equals(expected.lastMail());
        return new Change(
                app,
                expected.revision(),
                Rows.of(successor),
                changed(expected, successor),
                expected.entries().keySet().stream()
                        .filter(key -> !successor.entries().containsKey(key))
                        .map(key -> Rows.keyOfEntry(app, key))
                        .toList(),
                sent ? Rows.of(app, Objects.requireNonNull(mail)) : null,
                sent ? Micros.of(Objects.requireNonNull(mail).at().minus(keepMails)) : Long.MIN_VALUE,
                taken.stream().map(PostedIssue::id).toList());
    }

    boolean isFirst() {
        return expected == 0;
    }

    private static List<Row> changed(Ledger expected, Ledger successor) {
        return successor.entries().values().stream()
                .filter(entry -> differs(entry, expected.entries().get(entry.key())))
                .map(entry -> Rows.of(successor.app(), entry))
                .toList();
    }

    @SuppressWarnings("ReferenceEquality") // Most are the very same, and large.
    private static boolean differs(Entry entry, @Nullable Entry before) {
        return entry != before && !entry.equals(before);
    }
}
