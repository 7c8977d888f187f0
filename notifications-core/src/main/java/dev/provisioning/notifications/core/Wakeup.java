package dev.provisioning.notifications.core;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One task, to be run by the earliest of the instants that were asked for. A clock can be set while it waits, so it never
 * waits longer than an hour for an instant; when no instant was asked for, it does not wake at all.
 */
final class Wakeup {
    private static final Log LOG = Log.of(Wakeup.class);
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final Clock clock;
    private final Scheduler scheduler;
    private final Runnable task;
    private Scheduler.@Nullable Handle handle;
    /** When the task will run, by the time of the scheduler, in which no clock that is set moves it. */
    private long plannedNanos;

    private boolean refused;
    private boolean closed;

    Wakeup(Clock clock, Scheduler scheduler, Runnable task) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.task = task;
    }

    /** Runs the task at an instant, or earlier; null asks for nothing. */
    synchronized void by(@Nullable Instant instant) {
        if (closed || instant == null) {
            return;
        }
        Duration delay = delay(instant);
        long nanos = scheduler.nanoTime() + delay.toNanos();
        if (handle != null && nanos - plannedNanos >= 0) {
            return;
        }
        if (handle != null) {
            handle.cancel();
        }
        schedule(delay, nanos);
    }

    private Duration delay(Instant instant) {
        Duration delay = Duration.between(clock.instant(), instant);
        if (delay.isNegative()) {
            return Duration.ZERO;
        }
        return delay.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : delay;
    }

    synchronized void close() {
        closed = true;
        if (handle != null) {
            handle.cancel();
        }
    }

    private void schedule(Duration delay, long nanos) {
        try {
            handle = scheduler.schedule(delay, this::run);
            plannedNanos = nanos;
            refused = false;
        } catch (RuntimeException e) {
            handle = null;
            LOG.log(refused ? Level.DEBUG : Level.WARN, "The scheduler takes no tasks, so nothing is sent", e);
            refused = true;
        }
    }

    private void run() {
        synchronized (this) {
            if (closed) {
                return;
            }
            handle = null;
        }
        task.run();
    }
}
