package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written so that a ledger becomes its direct successor.
 *
 * @param app which application
 * @param expected the revision that the ledger must be of
 * @param ledger its new row
 * @param mail the row of the mail that has used a slot by this step; null if none has
 * @param forgetBefore of the history of mails, a few that are older than this may go, in microseconds
 * @param taken which posted issues are taken out with it
 */
record Change(
        AppId app, long expected, Row ledger, @Nullable Row mail, long forgetBefore, List<Long> taken) {

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
                sent ? Rows.of(app, Objects.requireNonNull(mail)) : null,
                sent ? Micros.of(Objects.requireNonNull(mail).at().minus(keepMails)) : Long.MIN_VALUE,
                taken.stream().map(PostedIssue::id).toList());
    }

    boolean isFirst() {
        return expected == 0;
    }
}
