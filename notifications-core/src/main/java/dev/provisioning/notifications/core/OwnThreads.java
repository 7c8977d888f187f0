package dev.provisioning.notifications.core;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a notifier whose host brings none: one that wakes, and some that send, which end when there is nothing
 * to send. All are daemons, and none is started before it is needed.
 */
final class OwnThreads implements Scheduler, Executor {
    private static final long KEEP_ALIVE_SECONDS = 30;

    private final ScheduledThreadPoolExecutor waker = new ScheduledThreadPoolExecutor(1, named("wake"));
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("send"));

    OwnThreads() {
        waker.setRemoveOnCancelPolicy(true);
        waker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        if (waker.isShutdown()) {
            return () -> {};
        }
        Future<?> future = waker.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** How many run at a time is bounded by the {@link Dispatcher}. */
    @Override
    public void execute(Runnable task) {
        senders.execute(task);
    }

    void close() {
        waker.shutdown();
        senders.shutdown();
    }

    private static ThreadFactory named(String what) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "notifications-" + what + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
