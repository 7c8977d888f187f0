package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mail says of an issue that another mail may have told it only if another has come to its point of no return that did; and it
 * does say so of what a mail in doubt has told, unless the issue came to an end in between.
 */
final class Doubts {
    private final Journal journal;
    private final Deliveries deliveries;
    private final Underway underway;
    private final Map<Integer, Map<String, Integer>> inDoubt = new HashMap<>();
    private final Map<Integer, Set<String>> perhapsTold = new HashMap<>();
    private final Map<Integer, Endings> endings = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> reported = new HashMap<>();
    private final Map<Integer, Map<String, Integer>> told = new HashMap<>();
    private final boolean certain;
    private int cycleCompletedAt = -1;
    private final List<Violation> violations = new ArrayList<>();

    Doubts(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.underway = new Underway(journal);
        this.certain = journal.rules().carriesOver() && new Clocks(journal).wereRight();
    }

    List<Violation> check() {
        for (int place = 0; place < journal.next(); place++) {
            read(journal.notes().get(place), place);
        }
        return violations;
    }

    private void read(Note note, int place) {
        if (note instanceof Note.Passed passed) {
            Delivery mail = deliveries.get(passed.delivery());
            perhapsTold(mail.app()).addAll(mail.began.listing().items().keySet());
        } else if (note instanceof Note.Accepted accepted) {
            accepted(deliveries.get(accepted.delivery()));
        } else if (note instanceof Note.Answered answered && answered.answer() == Note.Answer.DOUBT) {
            doubted(deliveries.get(answered.delivery()));
        } else if (note instanceof Note.Reported report) {
            reported(report.app()).put(report.key(), place);
        } else {
            readOfEnding(note, place);
        }
    }

    private void readOfEnding(Note note, int place) {
        if (note instanceof Note.Resolved resolved) {
            endings(resolved.app()).ended(resolved.key(), place);
        } else if (note instanceof Note.Deactivated deactivated) {
            endings(deactivated.app()).allEnded(place);
        } else if (note instanceof Note.Subscribed subscribed && !subscribed.active()) {
            endings(subscribed.app()).allEnded(place);
        } else if (note instanceof Note.CycleCompleted) {
            cycleCompletedAt = place;
        }
    }

    private void doubted(Delivery mail) {
        if (mail.passedAt >= 0) {
            mail.began.listing().items().keySet().stream()
                    .filter(key -> !isToldOrOver(mail, key))
                    .forEach(key -> inDoubt(mail.app()).put(key, mail.beganAt));
        }
    }

    /** Whether a later mail has told an issue before anybody knew of the doubt, or it had ended before this one was sent. */
    private boolean isToldOrOver(Delivery mail, String key) {
        int reportedAt = reported(mail.app()).getOrDefault(key, -1);
        return told(mail.app()).getOrDefault(key, -1) > mail.beganAt
                || endings(mail.app()).isEndedSince(key, Math.min(reportedAt, mail.beganAt));
    }

    private void accepted(Delivery mail) {
        mail.began.listing().items().forEach((key, item) -> {
            told(mail.app()).merge(key, mail.beganAt, Math::max);
            Integer doubted = inDoubt(mail.app()).remove(key);
            boolean over = doubted == null
                    || cycleCompletedAt > doubted
                    || endings(mail.app()).isEndedSince(key, doubted)
                    || underway.isEnding(mail.app(), key, mail.beganAt);
            if (certain && !item.perhapsTold() && !over) {
                broken(mail + " does not say that " + key + " may have been told");
            }
            if (item.perhapsTold() && !perhapsTold(mail.app()).contains(key)) {
                broken(mail + " says that " + key + " may have been told, and nobody can have");
            }
        });
    }

    private Map<String, Integer> inDoubt(int app) {
        return inDoubt.computeIfAbsent(app, unknown -> new HashMap<>());
    }

    private Map<String, Integer> reported(int app) {
        return reported.computeIfAbsent(app, unknown -> new HashMap<>());
    }

    private Map<String, Integer> told(int app) {
        return told.computeIfAbsent(app, unknown -> new HashMap<>());
    }

    private Endings endings(int app) {
        return endings.computeIfAbsent(app, unknown -> new Endings());
    }

    private Set<String> perhapsTold(int app) {
        return perhapsTold.computeIfAbsent(app, unknown -> new HashSet<>());
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.NOTHING_LOST, what));
    }
}
