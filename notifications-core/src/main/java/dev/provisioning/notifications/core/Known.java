package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A held issue as this node's memory knows it: where a repeat is counted without touching the store.
 *
 * <p>Closing it and counting on it may meet. The order decides that nothing is lost: a report <em>adds, then looks</em>
 * whether it was closed; the closer <em>closes, then takes</em> what was added. So whatever the closer does not take, the
 * report sees that it has to go the slow way.
 */
final class Known {
    /** The answer of {@link #count} that sends the report the slow way. */
    static final long CLOSED = -1;

    private final Severity severity;
    private final AtomicLong uncounted = new AtomicLong();
    private volatile boolean closed;
    private volatile Issue latest;

    Known(Issue issue, Severity severity) {
        this.latest = issue;
        this.severity = severity;
    }

    /** The worst severity that is known. */
    Severity severity() {
        return severity;
    }

    /** Counts a repeat; returns how many were waiting to be written before it, or {@link #CLOSED}. */
    @SuppressWarnings("ReferenceEquality") // spares the write, and its fence, to whoever reports one object again
    long count(Issue issue) {
        if (latest != issue) {
            latest = issue;
        }
        long before = uncounted.getAndIncrement();
        return closed && takeBack() ? CLOSED : before;
    }

    /** Sends later repeats the slow way; those counted until now are still to be {@linkplain #take taken}. */
    void close() {
        closed = true;
    }

    /** Takes out what was counted since the last time. */
    long take() {
        return uncounted.getAndSet(0);
    }

    Issue latest() {
        return latest;
    }

    /** Takes one repeat back, unless somebody has taken it out to be written. */
    private boolean takeBack() {
        return uncounted.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }
}
