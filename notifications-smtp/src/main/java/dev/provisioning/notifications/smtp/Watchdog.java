package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a conversation that takes too long, or whose time cannot be watched, by closing the raw connection under it: the
 * one thing that ends a read, a write and a TLS handshake alike, also of a server that sends a byte now and then.
 * Thread-safe.
 *
 * <p>A bound that is set costs two additions, not a task: the one task that there is looks, when it wakes, how the bounds
 * stand by now, and sleeps on.
 */
final class Watchdog {
    /** Why nothing goes on when the host has shut its scheduler down. */
    static final String UNWATCHED = "the scheduler takes no more tasks";

    private static final long NEVER = Long.MAX_VALUE;

    private final Scheduler scheduler;
    private final Closeable connection;
    private final long start;
    private Scheduler.@Nullable Handle task;
    private long wakesAt = NEVER;
    private long allEndsAt = NEVER;
    private long stepEndsAt = NEVER;
    private @Nullable String barked;
    private boolean retired;

    /** Makes a watchdog that closes this connection, once something was bounded. */
    Watchdog(Scheduler scheduler, Closeable connection) {
        this.scheduler = scheduler;
        this.connection = connection;
        this.start = scheduler.nanoTime();
    }

    /** Bounds everything from now on, until {@link #rest()}. */
    synchronized void allowAll(Duration time) {
        allEndsAt = now() + time.toNanos();
        watch();
    }

    /** Bounds what comes now, in place of what came before. */
    synchronized void allow(Duration time) {
        stepEndsAt = now() + time.toNanos();
        watch();
    }

    /** Lifts all bounds. */
    synchronized void rest() {
        allEndsAt = NEVER;
        stepEndsAt = NEVER;
    }

    /** Lifts all bounds for good. */
    synchronized void retire() {
        retired = true;
        if (task != null) {
            task.cancel();
        }
    }

    /** {@return whether it has closed the connection} */
    boolean hasBarked() {
        return barked() != null;
    }

    /** {@return why it has closed the connection; null if it has not} */
    synchronized @Nullable String barked() {
        return barked;
    }

    private void watch() {
        long endsAt = Math.min(allEndsAt, stepEndsAt);
        if (endsAt >= wakesAt || retired) {
            return;
        }
        if (task != null) {
            task.cancel();
        }
        wakesAt = endsAt;
        try {
            task = scheduler.schedule(Duration.ofNanos(endsAt - now()), this::wake);
        } catch (RejectedExecutionException e) {
            // What nobody watches might last for ever.
            bark(UNWATCHED);
        }
    }

    private void bark(String reason) {
        barked = reason;
        Quietly.close(connection);
    }

    private synchronized void wake() {
        if (retired) {
            return;
        }
        wakesAt = NEVER;
        if (Math.min(allEndsAt, stepEndsAt) <= now()) {
            bark("the server took too long");
        } else {
            watch();
        }
    }

    private long now() {
        return scheduler.nanoTime() - start;
    }
}
