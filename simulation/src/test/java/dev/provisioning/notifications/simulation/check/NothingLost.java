package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Owed.Debt;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an engine was told is held, merged or buffered is told by a mail that was composed after the report and accepted, and by the
 * first that was; or is over: resolved, ended by a cycle, switched off. What a mail in doubt has told is told again, if it is to be
 * carried over.
 *
 * <p>What is held survives anything. What is merged or buffered may be in the memory of its node alone until that had twice the
 * flush interval of undisturbed time, and a second; and may be lost if the node ends before. With a store that dies with its
 * process they wait in memory for the next mail.
 *
 * <p>Where a mail in doubt counts as sent, it tells as soon as it has come to its point of no return, because then nobody can know
 * better.
 */
final class NothingLost {
    private static final Set<String> KEPT = Set.of("HELD", "MERGED", "BUFFERED");

    private final Journal journal;
    private final Deliveries deliveries;
    private final Underway underway;
    private final long unwritten;
    private final Map<Integer, Owed> owed = new HashMap<>();
    private final Map<Integer, Integer> cycles = new HashMap<>();
    private final Map<Integer, Integer> appOfCycle = new HashMap<>();
    private final Map<Integer, Writing> writing = new HashMap<>();
    private final Map<Integer, List<Delivery>> toldBy = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> writtenAtDelivery = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    NothingLost(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.underway = new Underway(journal);
        this.unwritten = journal.rules().flushes()
                ? Duration.ofSeconds(2L * journal.rules().flushSeconds() + 1).toNanos()
                : Long.MAX_VALUE;
    }

    List<Violation> check() {
        for (int place = 0; place < journal.next(); place++) {
            read(journal.notes().get(place), place);
        }
        owed.forEach((app, open) ->
                open.open().forEach(debt -> broken("application " + app + ": nobody was told of " + debt)));
        return violations;
    }

    private void read(Note note, int place) {
        if (note instanceof Note.Reported reported) {
            reported(reported, place);
        } else if (note instanceof Note.Resolved resolved) {
            if (!"REFUSED".equals(resolved.answer())) {
                owed(resolved.app()).ended(resolved.key(), place);
            }
        } else if (note instanceof Note.Subscribed subscribed) {
            owed(subscribed.app()).switched(subscribed.active(), place);
        } else if (note instanceof Note.Deactivated deactivated) {
            owed(deactivated.app()).dropped(place);
        } else {
            readOfCycle(note, place);
        }
    }

    private void readOfCycle(Note note, int place) {
        if (note instanceof Note.CycleBegan began) {
            cycles.put(began.cycle(), place);
            appOfCycle.put(began.cycle(), began.app());
        } else if (note instanceof Note.CycleCompleted completed) {
            if (completed.resolved() > 0 || !completed.certain()) {
                int app = appOfCycle.getOrDefault(completed.cycle(), -1);
                owed(app).endedIfNotSince(cycles.getOrDefault(completed.cycle(), -1), place);
            }
        } else {
            readOfNode(note, place);
        }
    }

    private void readOfNode(Note note, int place) {
        if (note instanceof Note.Disturbed trouble) {
            writing(trouble.node()).disturbed(trouble.at());
        } else if (note instanceof Note.Stopped stopped) {
            writing(stopped.node()).stopped(stopped.at(), stopped.still());
        } else if (note instanceof Note.Started started) {
            writing(started.node()).started(started.at());
        } else if (note instanceof Note.Ended ended) {
            ended(ended);
        } else {
            readOfDelivery(note, place);
        }
    }

    private void ended(Note.Ended ended) {
        long written = writing(ended.node()).writtenUpTo(ended.at());
        if (!ended.allWritten()) {
            owed.values().forEach(each -> each.forgotten(ended.node(), written));
        }
    }

    private void readOfDelivery(Note note, int place) {
        if (note instanceof Note.DeliveryBegan began) {
            began(began);
        } else if (note instanceof Note.Passed passed && journal.rules().assumesSent()) {
            tells(deliveries.get(passed.delivery()));
        } else if (note instanceof Note.Accepted accepted) {
            tells(deliveries.get(accepted.delivery()));
            checkNothingIsPassedOver(deliveries.get(accepted.delivery()));
        } else if (note instanceof Note.Answered answered) {
            answered(deliveries.get(answered.delivery()), answered.answer(), place);
        }
    }

    /** What is certainly written by then; nothing, if the node may have been stopped since it took the cut. */
    private void began(Note.DeliveryBegan began) {
        if (!writing(began.node()).isDisturbedAt(began.at())) {
            Map<Integer, Long> written = new HashMap<>();
            writing.forEach((node, each) -> written.put(node, each.writtenUpTo(began.at())));
            writtenAtDelivery.put(began.delivery(), written);
        }
    }

    private void checkNothingIsPassedOver(Delivery mail) {
        Map<Integer, Long> written = writtenAtDelivery.get(mail.began.delivery());
        if (written != null) {
            owed(mail.app())
                    .passedOver(
                            mail.began.listing(),
                            mail.beganAt,
                            debt -> isWritten(debt, written)
                                    && !underway.isEnding(mail.app(), debt.key(), mail.beganAt)
                                    && !isAssumedToBeTold(debt, mail))
                    .forEach(debt -> broken(mail + " does not tell of " + debt));
        }
    }

    /** A mail that had already begun to pass the point of no return may have counted as sent before its node knew. */
    private boolean isAssumedToBeTold(Debt debt, Delivery by) {
        return journal.rules().assumesSent()
                && deliveries.all().stream()
                        .filter(mail -> mail.app() == by.app() && mail.passedAt >= 0 && mail.askedAt < by.beganAt)
                        .anyMatch(mail -> mail.beganAt > debt.since()
                                && mail.began.listing().tells(debt.key(), debt.kind()));
    }

    private static boolean isWritten(Debt debt, Map<Integer, Long> written) {
        return debt.node() < 0 || debt.at() <= written.getOrDefault(debt.node(), 0L);
    }

    private void reported(Note.Reported reported, int place) {
        kinds.put(reported.key(), reported.kind());
        Owed owed = owed(reported.app());
        if (reported.answer() == null) {
            owed.perhapsReported(reported.key(), place);
        } else if (KEPT.contains(reported.answer())) {
            owed.reported(reported.key(), place);
            if (!isToldSince(reported.app(), reported.began(), reported.key(), reported.kind())) {
                int node = reported.answer().equals("HELD") ? -1 : reported.node();
                owed.owe(new Debt(reported.key(), reported.kind(), reported.began(), place, reported.at(), node));
            }
        }
    }

    private boolean isToldSince(int app, int place, String key, String kind) {
        return toldBy.getOrDefault(app, List.of()).stream()
                .anyMatch(mail -> mail.beganAt > place && mail.began.listing().tells(key, kind));
    }

    private void tells(Delivery mail) {
        owed(mail.app()).told(mail.began.listing(), mail.beganAt);
        toldBy.computeIfAbsent(mail.app(), app -> new ArrayList<>()).add(mail);
    }

    private void answered(Delivery mail, Note.Answer answer, int place) {
        if (answer == Note.Answer.DOUBT && mail.passedAt >= 0 && journal.rules().carriesOver()) {
            mail.began.listing().items().keySet().forEach(key -> {
                String kind = kinds.getOrDefault(key, "");
                if (!isToldSince(mail.app(), mail.beganAt, key, kind)) {
                    owed(mail.app()).oweAgain(key, kind, mail.beganAt, place);
                }
            });
        }
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.NOTHING_LOST, what));
    }

    private Writing writing(int node) {
        return writing.computeIfAbsent(node, unknown -> new Writing(unwritten));
    }

    private Owed owed(int app) {
        return owed.computeIfAbsent(app, unknown -> new Owed());
    }
}
