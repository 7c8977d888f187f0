package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.Severity;
import java.time.Instant;
import java.util.List;

/**
 * How urgent an application is, and when it is due, as one number: the one with the lowest has its turn first. So one index
 * finds the most urgent of a million that are due, and costs no more than one of instants.
 */
final class Turn {
    /** In the order of their turns; by their places in it they are stored. */
    static final List<Severity> URGENCIES =
            List.of(Severity.URGENT, Severity.CRITICAL, Severity.WARNING, Severity.INFO);

    /** From an urgency to the next: microseconds that are some 31,700 years, around 1970. */
    private static final long STEP = 1_000_000_000_000_000_000L;

    private static final long FARTHEST = STEP / 2 - 1;

    private Turn() {}

    /** The turn of those due at an instant; one that is too far away counts as the farthest. */
    static long of(Severity urgency, Instant due) {
        long micros = Math.max(-FARTHEST, Math.min(FARTHEST, Micros.of(due)));
        return URGENCIES.indexOf(urgency) * STEP + micros;
    }

    /** The first turn that anything of an urgency can have. */
    static long first(Severity urgency) {
        return of(urgency, Instant.MIN);
    }

    /** The last turn that anything of an urgency can have. */
    static long last(Severity urgency) {
        return of(urgency, Instant.MAX);
    }

    /** When the application of a turn is due. */
    static Instant dueAt(long turn) {
        if (turn < -FARTHEST || turn > (URGENCIES.size() - 1) * STEP + FARTHEST) {
            throw new DamagedException("no application can have turn " + turn);
        }
        return Micros.instant(Math.floorMod(turn + FARTHEST, STEP) - FARTHEST);
    }
}
