package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a conversation that takes too long, by closing the raw connection under it: the one thing that ends a read, a
 * write and a TLS handshake alike, also of a server that sends a byte now and then. Thread-safe.
 */
final class Watchdog {
    private final Scheduler scheduler;
    private @Nullable Limit all;
    private @Nullable Limit step;
    private @Nullable Closeable connection;
    private boolean barked;

    Watchdog(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Says what to close. */
    synchronized void guard(Closeable guarded) {
        connection = guarded;
        if (barked) {
            close(guarded);
        }
    }

    /** Bounds everything from now on, until {@link #rest()}. */
    synchronized void allowAll(Duration time) {
        all = limit(all, time);
    }

    /** Bounds what comes now, in place of what came before. */
    synchronized void allow(Duration time) {
        step = limit(step, time);
    }

    /** Lifts the bound of what came last; what comes now is only bounded as a part of everything. */
    synchronized void relax() {
        lift(step);
    }

    /** Lifts all bounds. */
    synchronized void rest() {
        lift(all);
        lift(step);
    }

    /** {@return whether it has closed the connection} */
    synchronized boolean hasBarked() {
        return barked;
    }

    private synchronized Limit limit(@Nullable Limit before, Duration time) {
        lift(before);
        Limit limit = new Limit();
        limit.handle = scheduler.schedule(time, limit);
        return limit;
    }

    private static void lift(@Nullable Limit limit) {
        if (limit != null) {
            limit.lifted = true;
            if (limit.handle != null) {
                limit.handle.cancel();
            }
        }
    }

    private synchronized void bark(Limit limit) {
        if (!limit.lifted) {
            barked = true;
            if (connection != null) {
                close(connection);
            }
        }
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    /** One bound. Its fields are guarded by the watchdog. */
    private final class Limit implements Runnable {
        private Scheduler.@Nullable Handle handle;
        private boolean lifted;

        @Override
        public void run() {
            bark(this);
        }
    }
}
