package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes what memory holds back: repeats that were counted, issues that the store could not take, resolves that it did
 * not confirm. It wakes a flush interval after there is something to write, and not at all when there is not.
 */
final class Flusher {
    private static final Log LOG = Log.of(Flusher.class);

    private final Desks desks;
    private final Subscriptions subscriptions;
    private final SlotMachine machine;
    private final WatchedStore store;
    private final Wakeup wakeup;
    private final Listeners listeners;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Duration interval;
    private final Queue<Desk> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean closed;

    Flusher(Parts parts, Desks desks, Wakeup wakeup) {
        this.desks = desks;
        this.wakeup = wakeup;
        this.subscriptions = parts.subscriptions();
        this.machine = parts.machine();
        this.store = parts.store();
        this.listeners = parts.listeners();
        this.clock = parts.clock();
        this.scheduler = parts.scheduler();
        this.interval = parts.limits().flushInterval();
    }

    /** There is something to write for an application. */
    void expect(Desk desk) {
        if (desk.beginsToWaitForFlush()) {
            waiting.add(desk);
        }
        if (!closed && scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    /**
     * Writes what memory holds back for an application, now.
     *
     * @throws dev.provisioning.notifications.spi.StoreException if the outcome is not known: what was to be written still is
     */
    void write(Desk desk) {
        synchronized (desk) {
            repeatResolves(desk);
            desks.change(desk, Desk::collect);
            Collection<Reported> reports = desk.toWrite();
            if (!reports.isEmpty()) {
                Ledger ledger = hold(desk, reports).ledger();
                desks.change(desk, Desk::written);
                wakeup.by(ledger.slot().dueAt());
            }
        }
    }

    /** Writes what memory holds back for all applications, a last time; from now on reports go the slow way. */
    void close() {
        closed = true;
        for (Desk desk : desks.all()) {
            desks.change(desk, Desk::forget);
            if (desk.hasWork()) {
                expect(desk);
            }
        }
        flush();
        tellWhatIsLost();
    }

    /** The store was out of reach to the end, and memory ends now. */
    private void tellWhatIsLost() {
        for (Desk desk : desks.all()) {
            Collection<Reported> lost;
            synchronized (desk) {
                lost = desk.toWrite();
            }
            if (!lost.isEmpty()) {
                LOG.warn("{}: closed while the store is out of reach, issues lost: {}", desk.app(), lost.size());
                lost.forEach(report -> listeners.tell(
                        listener -> listener.issueRefused(report.issue(), "closed before the store was back")));
            }
        }
    }

    private void schedule() {
        try {
            scheduler.schedule(interval, this::wake);
        } catch (RuntimeException e) {
            LOG.debug("The scheduler takes no tasks, so nothing is written before the next report", e);
            scheduled.set(false);
        }
    }

    private void wake() {
        scheduled.set(false);
        if (!closed) {
            flush();
        }
    }

    private Step<List<Disposition>> hold(Desk desk, Collection<Reported> reports) {
        ZoneId zone = subscriptions.zone(desk.app());
        Instant now = clock.instant();
        return store.change(desk.app(), ledger -> machine.hold(ledger, reports, zone, now));
    }

    private void flush() {
        for (Desk desk = waiting.poll(); desk != null; desk = waiting.poll()) {
            desk.waitedForFlush();
            try {
                write(desk);
            } catch (RuntimeException e) {
                LOG.debug("{}: not written yet", desk.app(), e);
                expect(desk);
                return;
            }
        }
    }

    private void repeatResolves(Desk desk) {
        for (Map.Entry<String, Long> resolve : desk.resolvesToRepeat().entrySet()) {
            store.change(
                    desk.app(),
                    ledger -> machine.resolve(ledger, resolve.getKey(), resolve.getValue(), clock.instant()));
            desk.resolved(resolve.getKey());
        }
    }
}
