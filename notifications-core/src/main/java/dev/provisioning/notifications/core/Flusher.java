package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Scheduler;
import dev.provisioning.notifications.spi.StoreFullException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes what memory holds back: repeats that were counted, issues that the store could not take, resolves that it did
 * not confirm. It wakes a flush interval after there is something to write, and not at all when there is not.
 */
final class Flusher {
    private static final Log LOG = Log.of(Flusher.class);

    /** So many applications are written before others of the scheduler's tasks get their turn. */
    private static final int AT_ONCE = 100;

    private final Memory memory;
    private final Desks desks;
    private final Subscriptions subscriptions;
    private final SlotMachine machine;
    private final WatchedStore store;
    private final Screen screen;
    private final Wakeup wakeup;
    private final Listeners listeners;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Duration interval;
    private final Set<AppId> waiting = new LinkedHashSet<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final boolean countsCanWait;
    private final Sweeper sweeper;
    private volatile boolean closed;

    Flusher(Parts parts, Memory memory, Desks desks, Wakeup wakeup) {
        this.memory = memory;
        this.desks = desks;
        this.wakeup = wakeup;
        this.subscriptions = parts.subscriptions();
        this.machine = parts.machine();
        this.store = parts.store();
        this.screen = parts.screen();
        this.listeners = parts.listeners();
        this.clock = parts.clock();
        this.scheduler = parts.scheduler();
        this.interval = parts.limits().flushInterval();
        this.countsCanWait = store.isOfThisProcessAlone();
        this.sweeper = new Sweeper(memory, desks, this, scheduler::nanoTime);
    }

    /** A repeat was counted in memory. It is written soon, unless nothing is gained by that. */
    void expect(Known known) {
        if (!countsCanWait || known.hasLongWords()) {
            expect(known.app);
        }
    }

    /** There is something to write for an application. */
    void expect(AppId app) {
        synchronized (waiting) {
            waiting.add(app);
        }
        schedule(interval);
    }

    /**
     * Writes what memory holds back for an application, now, on behalf of whoever is at its desk.
     *
     * @throws dev.provisioning.notifications.spi.StoreException if the outcome is not known: what was to be written still is
     */
    void write(Desk desk) {
        repeatResolves(desk);
        desk.keep(memory.take(desk.app()));
        Collection<Reported> reports = desk.toWrite();
        if (reports.isEmpty()) {
            return;
        }
        try {
            hold(desk.app(), reports);
        } catch (StoreFullException e) {
            holdRepeats(desk.app(), reports);
        }
        desk.written();
    }

    /** Writes what memory holds back for all applications, a last time; from now on reports go the slow way. */
    void close() {
        closed = true;
        for (AppId app : memory.apps()) {
            desks.atIt(app, desk -> desk.keep(memory.forget(app)));
        }
        desks.apps().forEach(this::expect);
        flush(Integer.MAX_VALUE);
        desks.apps().forEach(app -> desks.atIt(app, this::tellWhatIsLost));
    }

    /** The store was out of reach to the end, and memory ends now. */
    private void tellWhatIsLost(Desk desk) {
        Collection<Reported> lost = desk.toWrite();
        if (!lost.isEmpty()) {
            LOG.warn("{}: closed while the store is out of reach, issues lost: {}", desk.app(), lost.size());
            tellRefused(lost, "closed before the store was back");
        }
    }

    private void tellRefused(Collection<Reported> refused, String bound) {
        refused.forEach(
                report -> listeners.tell(listener -> listener.issueRefused(screen.screened(report.issue()), bound)));
    }

    private void schedule(Duration delay) {
        if (closed || !scheduled.compareAndSet(false, true)) {
            return;
        }
        try {
            scheduler.schedule(delay, this::wake);
        } catch (RuntimeException e) {
            LOG.debug("The scheduler takes no tasks, so nothing is written before the next report", e);
            scheduled.set(false);
        }
    }

    private void wake() {
        scheduled.set(false);
        if (!closed && flush(AT_ONCE)) {
            schedule(Duration.ZERO);
        }
        sweep();
    }

    /** Lets memory forget what nobody speaks of, if that was done long ago. */
    void sweep() {
        sweeper.look();
    }

    /** Writes for some applications; returns whether more could be written now. */
    private boolean flush(int most) {
        for (int i = 0; i < most; i++) {
            AppId app = next();
            if (app == null) {
                return false;
            }
            try {
                desks.atIt(app, this::write);
            } catch (RuntimeException e) {
                LOG.debug("{}: not written yet", app, e);
                expect(app);
                return false;
            } catch (Error e) {
                expect(app);
                throw e;
            }
        }
        return true;
    }

    private @Nullable AppId next() {
        synchronized (waiting) {
            Iterator<AppId> first = waiting.iterator();
            if (!first.hasNext()) {
                return null;
            }
            AppId app = first.next();
            first.remove();
            return app;
        }
    }

    private void hold(AppId app, Collection<Reported> reports) {
        Step<List<Disposition>> step = store.change(
                app,
                ledger -> machine.hold(
                        ledger,
                        reports.stream().map(report -> screened(report, ledger)).toList(),
                        () -> subscriptions.zone(app),
                        clock.instant()));
        wakeup.by(step.ledger().slot().dueAt());
    }

    /** The store has no room for what is new, but for how often it was told what it knows. */
    private void holdRepeats(AppId app, Collection<Reported> reports) {
        Map<String, Entry> known = store.read(app).entries();
        List<Reported> repeats = new ArrayList<>();
        List<Reported> fresh = new ArrayList<>();
        for (Reported report : reports) {
            Entry countsItsKind =
                    known.get(Entry.COUNTED_ONLY + report.issue().kind().name());
            Entry entry = known.getOrDefault(report.key(), countsItsKind);
            if (entry == null) {
                fresh.add(report);
            } else {
                repeats.add(new Reported(entry.issue(), report.times(), entry.isCountedOnly()));
            }
        }
        tellRefused(fresh, "the store has no room for it");
        if (!repeats.isEmpty()) {
            hold(app, repeats);
        }
    }

    /** The report as it may leave memory; most say what is in the ledger already. */
    private Reported screened(Reported report, Ledger ledger) {
        Entry entry = ledger.entries().get(report.issue().key());
        return entry != null && entry.issue().equals(report.issue())
                ? report.as(entry.issue())
                : report.as(screen.screened(report.issue()));
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
