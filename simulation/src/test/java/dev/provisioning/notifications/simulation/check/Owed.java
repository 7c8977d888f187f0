package dev.provisioning.notifications.simulation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is owed to the readers of one application, and how that has come about. */
final class Owed {
    private final Map<String, List<Debt>> debts = new HashMap<>();
    private final Map<String, Integer> reportedAt = new HashMap<>();
    private final Endings endings = new Endings();
    private int cycleSince = -1;
    private boolean off = true; // until somebody has switched it on

    /**
     * A report that a mail has to tell.
     *
     * @param since the place at which the report began: a mail composed after it may tell it
     * @param answered the place at which it was answered: a mail composed after it has to tell it, if it is written
     * @param at when it was answered
     * @param node which node would lose it with its memory; negative if none
     */
    record Debt(String key, String kind, int since, int answered, long at, int node) {}

    /** A report of an issue was answered. */
    void reported(String key, int place) {
        reportedAt.put(key, place);
    }

    /** A report of an issue had no answer: perhaps it was written, so nothing is asked that would not be right of both. */
    void perhapsReported(String key, int place) {
        reportedAt.putIfAbsent(key, place);
    }

    /** Something is owed from now on, unless that came to an end since it began, or nobody is to hear of it. */
    void owe(Debt debt) {
        if (off || debt.since < cycleSince || endings.isEndedSince(debt.key, debt.since)) {
            return;
        }
        debts.computeIfAbsent(debt.key, key -> new ArrayList<>()).add(debt);
    }

    /** A mail that may not have arrived has told an issue: it is owed again, unless it is over. */
    void oweAgain(String key, String kind, int composed, int place) {
        int told = Math.min(composed, reportedAt.getOrDefault(key, -1));
        if (!off && !endings.isEndedSince(key, told)) {
            debts.computeIfAbsent(key, unknown -> new ArrayList<>()).add(new Debt(key, kind, composed, place, 0, -1));
        }
    }

    /** A mail composed at a place tells what it tells. */
    void told(Listing listing, int composed) {
        for (List<Debt> all : debts.values()) {
            all.removeIf(debt -> debt.since < composed && listing.tells(debt.key, debt.kind));
        }
    }

    /** What a mail has not told, though it was composed after a place at which it was written. */
    List<Debt> passedOver(Listing listing, int composed, Predicate<Debt> isWritten) {
        return open().stream()
                .filter(debt -> debt.answered < composed && !listing.tells(debt.key, debt.kind) && isWritten.test(debt))
                .toList();
    }

    /** An issue is over. */
    void ended(String key, int place) {
        debts.remove(key);
        endings.ended(key, place);
    }

    /** What was not reported since a place is over. */
    void endedIfNotSince(int since, int place) {
        cycleSince = Math.max(cycleSince, since);
        Set<String> over = new HashSet<>(debts.keySet());
        over.removeIf(key -> reportedAt.getOrDefault(key, -1) > since);
        over.forEach(key -> ended(key, place));
        reportedAt.forEach((key, reported) -> {
            if (reported <= since) {
                endings.ended(key, place);
            }
        });
    }

    /** Nobody is to hear of anything, until somebody is. */
    void switched(boolean on, int place) {
        off = !on;
        if (off) {
            dropped(place);
        }
    }

    /** Nobody is to hear of anything that was. */
    void dropped(int place) {
        debts.clear();
        endings.allEnded(place);
    }

    /** A node has ended, and with it what it was told after a time. */
    void forgotten(int node, long writtenUpTo) {
        for (List<Debt> all : debts.values()) {
            all.removeIf(debt -> debt.node == node && debt.at > writtenUpTo);
        }
    }

    /** What is still owed. */
    List<Debt> open() {
        return debts.values().stream().flatMap(List::stream).toList();
    }
}
