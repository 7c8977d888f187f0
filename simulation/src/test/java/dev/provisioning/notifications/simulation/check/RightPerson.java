package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail is accepted only if it has passed its point of no return; and while it passed, there was a moment at which its
 * application was switched on, with its recipients and no others. None passes that was composed before a deactivation, and asked
 * to pass after that had been confirmed.
 */
final class RightPerson {
    private final Deliveries deliveries;
    private final History history;
    private final Journal journal;
    private final List<Violation> violations = new ArrayList<>();

    RightPerson(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.history = new History(journal);
    }

    List<Violation> check() {
        for (Delivery mail : deliveries.all()) {
            if (mail.isAccepted() && mail.passedAt < 0) {
                broken("accepted without having passed: " + mail);
            }
            if (mail.passedAt >= 0) {
                checkPassed(mail);
            }
        }
        checkDeactivated();
        return violations;
    }

    private void checkPassed(Delivery mail) {
        boolean wanted = history.wasOnce(
                mail.app(),
                mail.askedAt,
                mail.passedAt,
                set -> set.active() && set.recipients().equals(mail.began.recipients()));
        if (!wanted) {
            broken("nobody had asked for " + mail + " to " + mail.began.recipients());
        }
        if (history.failed(mail.askedAt, mail.passedAt)) {
            broken("nobody could say whether anybody wants " + mail);
        }
    }

    private void checkDeactivated() {
        for (int place = 0; place < journal.next(); place++) {
            if (journal.notes().get(place) instanceof Note.Deactivated done && done.certain()) {
                checkDeactivated(done, place);
            }
        }
    }

    private void checkDeactivated(Note.Deactivated done, int place) {
        for (Delivery mail : deliveries.all()) {
            if (mail.app() == done.app()
                    && mail.beganAt < done.began()
                    && mail.askedAt >= place
                    && mail.passedAt >= 0) {
                broken("left after its application was deactivated: " + mail);
            }
        }
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.NEVER_TO_THE_WRONG_PERSON, what));
    }
}
