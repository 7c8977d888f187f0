package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.io.Closeable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One delivery on its way, as seen by whoever closes the transport: up to its final dot it can be called off, and behind
 * it one can only stop waiting. Also how much time is left for all that comes before the dot. Thread-safe.
 */
final class Passage {
    private final Scheduler scheduler;
    private final Duration limit;
    private final long start;
    private @Nullable Closeable way;
    private boolean handingOver;
    private boolean calledOff;

    /**
     * Begins a delivery.
     *
     * @param limit how long everything before the final dot may take
     */
    Passage(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
        this.start = scheduler.nanoTime();
    }

    /** {@return how much of the time is left; less than nothing if it is over} */
    Duration left() {
        return limit.minusNanos(scheduler.nanoTime() - start);
    }

    /** {@return a time, or what is left if that is less} */
    Duration left(Duration atMost) {
        Duration left = left();
        return left.compareTo(atMost) < 0 ? left : atMost;
    }

    /** {@return whether there is no use in going on: no time left, called off, or the thread interrupted} */
    boolean isOver() {
        return left().compareTo(Duration.ZERO) <= 0
                || isCalledOff()
                || Thread.currentThread().isInterrupted();
    }

    /** Says what to close if this is called off: from now on, in place of what came before. */
    synchronized void over(Closeable closeable) {
        way = closeable;
        if (calledOff) {
            Quietly.close(closeable);
        }
    }

    /** {@return whether the final dot may be sent; if so, this can no longer be called off} */
    synchronized boolean handOver() {
        handingOver = !calledOff;
        return handingOver;
    }

    synchronized boolean isHandingOver() {
        return handingOver;
    }

    /** Ends the delivery, unless it is being handed over. */
    synchronized void callOff() {
        if (!handingOver) {
            abandon();
        }
    }

    /** Ends the delivery in any case, without waiting for what is still to come. */
    synchronized void abandon() {
        calledOff = true;
        if (way != null) {
            Quietly.close(way);
        }
    }

    synchronized boolean isCalledOff() {
        return calledOff;
    }
}
