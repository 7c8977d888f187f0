package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A time that runs faster than the real one, from an origin that all processes of a run have in common: so that what the
 * library does after minutes is seen after seconds.
 */
final class QuickTime extends Clock implements Scheduler {
    private final Clock real;
    private final Instant origin;
    private final int speed;
    private final ScheduledThreadPoolExecutor waker;

    QuickTime(Clock real, Instant origin, int speed) {
        this.real = real;
        this.origin = origin;
        this.speed = speed;
        this.waker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "quick-time");
            thread.setDaemon(true);
            return thread;
        });
        waker.setRemoveOnCancelPolicy(true);
    }

    /** How long something takes in reality. */
    Duration real(Duration quick) {
        return quick.dividedBy(speed);
    }

    @Override
    public Instant instant() {
        return origin.plus(Duration.between(origin, real.instant()).multipliedBy(speed));
    }

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        Future<?> future = waker.schedule(task, Math.max(0, real(delay).toNanos()), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() * speed;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs it in another zone");
    }
}
