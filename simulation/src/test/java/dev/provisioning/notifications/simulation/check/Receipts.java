package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mail whose acceptance its node was told in time, by the clock of whoever waits for it, and whose node was not disturbed
 * meanwhile, is recorded as accepted: nobody has to doubt it.
 */
final class Receipts {
    private static final Duration IN_TIME = Duration.ofMinutes(19);

    private final Journal journal;
    private final Deliveries deliveries;
    private final long inTime;
    private final Map<Integer, Integer> troubledAt = new HashMap<>();
    private final Set<Delivery> awaited = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    Receipts(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.inTime = IN_TIME.minus(new Clocks(journal).apart()).toNanos();
    }

    List<Violation> check() {
        for (int place = 0; place < journal.next(); place++) {
            read(journal.notes().get(place), place);
        }
        awaited.forEach(mail ->
                violations.add(new Violation(Promise.NOTHING_LOST, "accepted, and not recorded as accepted: " + mail)));
        return violations;
    }

    private void read(Note note, int place) {
        if (note instanceof Note.Passed passed) {
            passed(passed);
        } else if (note instanceof Note.Recorded recorded) {
            awaited.removeIf(mail -> mail.app() == recorded.app() && mail.began.slot() == recorded.slot());
        } else if (note instanceof Note.Answered answered) {
            Delivery mail = deliveries.get(answered.delivery());
            if (answered.answer() != Note.Answer.ACCEPTED || answered.at() - mail.began.at() > inTime) {
                awaited.remove(mail);
            }
        } else {
            readOfNode(note, place);
        }
    }

    private void passed(Note.Passed passed) {
        Delivery mail = deliveries.get(passed.delivery());
        if (passed.passed() && troubledAt.getOrDefault(mail.began.node(), -1) < passed.began()) {
            awaited.add(mail);
        }
    }

    private void readOfNode(Note note, int place) {
        if (note instanceof Note.Disturbed trouble) {
            troubled(trouble.node(), place);
        } else if (note instanceof Note.Stopped stopped) {
            troubled(stopped.node(), place);
        } else if (note instanceof Note.Ended ended) {
            troubled(ended.node(), place);
        } else if (note instanceof Note.ClockSet) {
            awaited.clear(); // somebody may take the time of a mail to be over
        }
    }

    /** What happens to a node before it has recorded anything is its excuse. */
    private void troubled(int node, int place) {
        troubledAt.put(node, place);
        awaited.removeIf(mail -> mail.began.node() == node);
    }
}
