package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/**
 * The deliveries that are under way, and what closing does to them: those before their final dot end at once, for those
 * behind it one waits briefly, because each that is cut off there leaves a doubt. Thread-safe.
 */
final class Underway {
    /** How long one waits for answers to final dots. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final Set<Passage> passages = new HashSet<>();
    private boolean closed;
    private boolean impatient;

    Underway(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** {@return whether a delivery may begin} */
    synchronized boolean begin(Passage passage) {
        return !closed && passages.add(passage);
    }

    synchronized void end(Passage passage) {
        passages.remove(passage);
        notifyAll();
    }

    /** {@return whether nothing is under way, and nothing will be} */
    synchronized boolean isOver() {
        return closed && passages.isEmpty();
    }

    /** Lets nothing begin any more, ends what can be ended, and waits for the rest, but not for long. */
    void close() {
        begun().forEach(Passage::callOff);
        if (!isAnyHandingOver()) {
            return;
        }
        try {
            Scheduler.Handle alarm = scheduler.schedule(GRACE, this::hurry);
            await();
            alarm.cancel();
        } catch (RejectedExecutionException e) {
            // The host has shut its scheduler down: nobody would call time.
            hurry();
        } catch (InterruptedException e) {
            hurry();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Passage> begun() {
        closed = true;
        return List.copyOf(passages);
    }

    private synchronized void await() throws InterruptedException {
        while (isAnyHandingOver() && !impatient) {
            wait();
        }
    }

    private synchronized boolean isAnyHandingOver() {
        return passages.stream().anyMatch(Passage::isHandingOver);
    }

    private void hurry() {
        begun().forEach(Passage::abandon);
        synchronized (this) {
            impatient = true;
            notifyAll();
        }
    }
}
