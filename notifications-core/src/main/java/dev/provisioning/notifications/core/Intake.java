package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueSink;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.spi.StoreFullException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way in: report, resolve, cycle. A repeat of an issue that memory knows is counted there and goes no further; all
 * else is one step of the slot machine, taken under the application's {@link Desk}.
 */
final class Intake implements IssueSink {
    private static final Log LOG = Log.of(Intake.class);

    private final Memory memory;
    private final Desks desks;
    private final Flusher flusher;
    private final NotificationPolicy policy;
    private final Subscriptions subscriptions;
    private final SlotMachine machine;
    private final WatchedStore store;
    private final Wakeup wakeup;
    private final Listeners listeners;
    private final Screen screen;
    private final Clock clock;
    private final Complaint full = new Complaint(LOG);
    private volatile boolean closed;

    Intake(Parts parts, Memory memory, Desks desks, Flusher flusher, Wakeup wakeup) {
        this.memory = memory;
        this.desks = desks;
        this.flusher = flusher;
        this.wakeup = wakeup;
        this.policy = parts.policy();
        this.subscriptions = parts.subscriptions();
        this.machine = parts.machine();
        this.store = parts.store();
        this.listeners = parts.listeners();
        this.screen = parts.screen();
        this.clock = parts.clock();
    }

    @Override
    public Disposition report(Issue issue) {
        if (closed) {
            return refuse(screen.screened(issue), "the notifier is closed");
        }
        return isCountedInMemory(issue) ? Disposition.MERGED : admit(issue);
    }

    @Override
    public Resolution resolve(AppId app, String key) {
        if (closed) {
            return Resolution.REFUSED;
        }
        Resolution resolution = desks.at(app, desk -> resolve(desk, key));
        if (resolution == Resolution.RESOLVED) {
            listeners.tell(listener -> listener.issueResolved(app, key));
        }
        return resolution;
    }

    @Override
    public Cycle beginCycle(AppId app) {
        return new OpenCycle(this, app, asItIs(app));
    }

    /** Drops all that is held for an application, and stops a mail that has not passed the point of no return. */
    void deactivate(AppId app) {
        drop(app, machine::deactivate);
    }

    /**
     * The same, and nothing is kept of people: first what other nodes might still take into the ledger; and once more at
     * the end, so that the store can clean up after the ledger, too.
     */
    void erase(AppId app) {
        store.erase(app);
        drop(app, machine::erase);
        store.erase(app);
    }

    private void drop(AppId app, Function<Ledger, Step<Integer>> how) {
        int dropped = desks.at(app, desk -> {
            memory.forget(app);
            desk.clear();
            return store.change(app, how).answer();
        });
        listeners.tellDropped(app, dropped);
    }

    void close() {
        closed = true;
    }

    /** Ends what a cycle that began at a revision has not seen; returns how many issues that were. */
    int complete(AppId app, Set<String> unseen, long since) {
        if (closed) {
            return 0;
        }
        List<String> resolved = completed(app, unseen, since);
        resolved.forEach(key -> listeners.tell(listener -> listener.issueResolved(app, key)));
        return resolved.size();
    }

    private List<String> completed(AppId app, Set<String> unseen, long since) {
        try {
            return desks.at(app, desk -> {
                desk.keep(memory.forget(app));
                flusher.write(desk);
                return store.change(app, ledger -> machine.completeCycle(ledger, unseen, since, clock.instant()))
                        .answer();
            });
        } catch (RuntimeException e) {
            LOG.debug("{}: the cycle resolved nothing", app, e);
            flusher.expect(app);
            return List.of();
        }
    }

    private boolean isCountedInMemory(Issue issue) {
        Known known = memory.find(issue);
        if (known == null || !isNothingNew(known, issue)) {
            return false;
        }
        long before = memory.count(known, issue);
        if (before == 0) {
            flusher.expect(known);
        }
        return before != Known.CLOSED;
    }

    /** A repeat of the same severity is admitted as its first report was; of a lesser one, the policy is asked. */
    private boolean isNothingNew(Known known, Issue issue) {
        Severity severity = issue.severity();
        return known.isOf(severity) || (known.severity().isAtLeast(severity) && policy.admits(issue));
    }

    private Disposition admit(Issue issue) {
        if (!policy.admits(issue)) {
            return Disposition.IGNORED;
        }
        Optional<Subscription> subscription = subscriptions.find(issue.app());
        if (subscription.isPresent() && !subscription.get().active()) {
            return Disposition.IGNORED;
        }
        return hold(screen.screened(issue), subscription.map(Subscription::zone).orElse(ZoneOffset.UTC));
    }

    private Disposition hold(Issue issue, ZoneId zone) {
        if (store.isLost()) {
            return buffer(issue);
        }
        Step<List<Disposition>> step;
        try {
            step = desks.at(issue.app(), desk -> hold(desk, issue, zone));
        } catch (StoreFullException e) {
            Throwable bound = screen.screened(e);
            full.complain("{} and what else is new is refused, because there is no room", issue.app(), bound);
            return refuse(issue, String.valueOf(bound.getMessage()));
        } catch (RuntimeException e) {
            LOG.debug("{}: {} could not be written", issue.app(), issue.key(), e);
            return buffer(issue);
        }
        wakeup.by(step.ledger().slot().dueAt());
        Disposition answer = step.answer().get(0);
        if (answer == Disposition.HELD) {
            full.mended();
            boolean slotUsed =
                    machine.opensAt(issue.app(), step.ledger().slot(), zone).isAfter(clock.instant());
            listeners.tell(listener -> listener.issueHeld(issue, slotUsed));
        }
        return answer;
    }

    private Step<List<Disposition>> hold(Desk desk, Issue issue, ZoneId zone) {
        Step<List<Disposition>> step;
        try {
            step = write(issue, zone);
        } catch (StoreFullException e) {
            step = write(wordsThatAreThere(issue).orElseThrow(() -> e), zone);
        }
        desk.keep(memory.remember(issue, step.ledger()));
        return step;
    }

    private Step<List<Disposition>> write(Issue issue, ZoneId zone) {
        List<Reported> reports = List.of(Reported.once(issue));
        return store.change(issue.app(), ledger -> machine.hold(ledger, reports, () -> zone, clock.instant()));
    }

    /** What the store knows of an issue whose newer words it has no room for; nothing if it is new, or worse. */
    private Optional<Issue> wordsThatAreThere(Issue issue) {
        return Optional.ofNullable(store.read(issue.app()).entries().get(issue.key()))
                .filter(entry -> entry.severity().isAtLeast(issue.severity()))
                .map(Entry::issue);
    }

    private Disposition buffer(Issue issue) {
        if (!desks.keep(issue)) {
            return refuse(issue, "too many issues wait for the store");
        }
        flusher.expect(issue.app());
        listeners.tell(listener -> listener.issueBuffered(issue));
        return Disposition.BUFFERED;
    }

    private Disposition refuse(Issue issue, String bound) {
        listeners.tell(listener -> listener.issueRefused(issue, bound));
        return Disposition.REFUSED;
    }

    /** What is not in the ledger ends with what memory has of it; the store is asked nothing more that might fail. */
    private Resolution resolve(Desk desk, String key) {
        if (store.isLostJustNow()) {
            return Resolution.REFUSED;
        }
        Entry seen;
        try {
            seen = store.read(desk.app()).entries().get(key);
        } catch (StoreException e) {
            return Resolution.REFUSED;
        }
        memory.forget(desk.app(), key);
        desk.drop(key);
        return seen == null ? Resolution.UNKNOWN : resolve(desk, seen);
    }

    private Resolution resolve(Desk desk, Entry seen) {
        String key = seen.key();
        try {
            Step<Boolean> step =
                    store.change(desk.app(), ledger -> machine.resolve(ledger, key, null, clock.instant()));
            desk.resolved(key);
            return step.answer() ? Resolution.RESOLVED : Resolution.UNKNOWN;
        } catch (StoreException | StoreFullException e) {
            desk.resolveLater(key, seen.version());
            flusher.expect(desk.app());
            return Resolution.DEFERRED;
        }
    }

    /** The ledger that a cycle begins at, with all that was counted before it; none if that fails. */
    private @Nullable Ledger asItIs(AppId app) {
        if (store.isLostJustNow()) {
            return null;
        }
        try {
            return desks.at(app, desk -> {
                flusher.write(desk);
                return store.read(app);
            });
        } catch (RuntimeException e) {
            LOG.debug("{}: the cycle will resolve nothing", app, e);
            return null;
        }
    }
}
