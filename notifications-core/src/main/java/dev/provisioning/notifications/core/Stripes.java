package dev.provisioning.notifications.core;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The count of an issue that several threads report at the same instant: each counts in a stripe of its own, so that they do
 * not wait for each other's cache lines.
 */
final class Stripes {
    /** Two cache lines, because processors fetch them in pairs. */
    private static final int LONGS_APART = 16;

    private static final int BITS =
            Integer.SIZE - Integer.numberOfLeadingZeros(2 * Runtime.getRuntime().availableProcessors() - 1);

    /** How many there may be for eight megabytes. */
    static final int MOST = (8 << 20) / ((LONGS_APART * Long.BYTES) << BITS);

    /** Takes nothing any more. */
    static final Stripes CLOSED = new Stripes();

    static {
        CLOSED.close();
    }

    private final AtomicLongArray counts = new AtomicLongArray(LONGS_APART << BITS);

    /** Counts one; returns how many this stripe had counted before, or a negative number if it is closed. */
    long add() {
        int stripe = ofThisThread();
        long seen = counts.get(stripe);
        while (seen >= 0 && !counts.compareAndSet(stripe, seen, seen + 1)) {
            seen = counts.get(stripe);
        }
        return seen;
    }

    /** Takes out what was counted since the last time. */
    long take() {
        return takeAndLeave(0);
    }

    /** Takes out what was counted, and lets nobody count any more. */
    long close() {
        return takeAndLeave(Known.CLOSED);
    }

    private long takeAndLeave(long left) {
        long taken = 0;
        for (int i = 0; i < counts.length(); i += LONGS_APART) {
            taken += Math.max(0, counts.getAndSet(i, left));
        }
        return taken;
    }

    private static int ofThisThread() {
        long spread = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
        return (int) (spread >>> (Long.SIZE - BITS)) * LONGS_APART;
    }
}
