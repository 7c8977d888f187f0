package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing is thrown; an issue is ignored just if it deserves nobody or its application is off, and refused only by a node that
 * was disturbed.
 */
final class Answers {
    private final Journal journal;
    private final History history;
    private final List<Violation> violations = new ArrayList<>();

    Answers(Journal journal) {
        this.journal = journal;
        this.history = new History(journal);
    }

    List<Violation> check() {
        for (int place = 0; place < journal.next(); place++) {
            if (journal.notes().get(place) instanceof Note.Thrown thrown) {
                broken("thrown: " + thrown.what());
            } else if (journal.notes().get(place) instanceof Note.Reported reported && reported.answer() != null) {
                checkAnswer(reported, place);
            }
        }
        return violations;
    }

    private void checkAnswer(Note.Reported reported, int place) {
        boolean ignored = "IGNORED".equals(reported.answer());
        if (ignored && reported.admissible() && !history.wasOnceOff(reported.app(), reported.began(), place)) {
            broken("ignored without a reason: " + reported);
        }
        if (!ignored && !reported.admissible()) {
            broken("not ignored, though it deserves nobody: " + reported);
        }
        if ("REFUSED".equals(reported.answer())) {
            broken("refused, though there is no bound that was reached: " + reported);
        }
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.NEVER_IN_THE_WAY, what));
    }
}
