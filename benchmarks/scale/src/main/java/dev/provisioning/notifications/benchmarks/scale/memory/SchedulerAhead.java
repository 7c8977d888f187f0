package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A scheduler whose clock can be put forward, for who cannot wait for hours. */
final class SchedulerAhead implements Scheduler, AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong ahead = new AtomicLong();

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        Future<?> future = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + ahead.get();
    }

    void putForward(Duration time) {
        ahead.addAndGet(time.toNanos());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
