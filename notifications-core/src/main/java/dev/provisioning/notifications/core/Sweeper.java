package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets memory forget the applications of which nothing was reported for a while: for an hour at least, and two at most if
 * there is anything to do for others. It wakes nobody for that.
 */
final class Sweeper {
    static final Duration WHILE = Duration.ofHours(1);

    private final Memory memory;
    private final Desks desks;
    private final Flusher flusher;
    private final LongSupplier nanoTime;
    private final AtomicLong sweptAt;

    Sweeper(Memory memory, Desks desks, Flusher flusher, LongSupplier nanoTime) {
        this.memory = memory;
        this.desks = desks;
        this.flusher = flusher;
        this.nanoTime = nanoTime;
        this.sweptAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Sweeps, if it was long ago. */
    void look() {
        long now = nanoTime.getAsLong();
        long last = sweptAt.get();
        if (now - last >= WHILE.toNanos() && sweptAt.compareAndSet(last, now)) {
            memory.apps().forEach(this::sweep);
        }
    }

    private void sweep(AppId app) {
        desks.atIt(app, desk -> {
            desk.keep(memory.take(app));
            if (memory.isIdle(app)) {
                desk.keep(memory.forget(app));
            }
            if (desk.hasWork()) {
                flusher.expect(app);
            }
        });
    }
}
