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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The way in: report, resolve, cycle. A repeat of an issue that memory knows is counted there and goes no further; all
 * else is one step of the slot machine, taken under the application's {@link Desk}.
 */
final class Intake implements IssueSink {
    private static final Log LOG = Log.of(Intake.class);

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
    private volatile boolean closed;

    Intake(Parts parts, Desks desks, Flusher flusher, Wakeup wakeup) {
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
        Resolution resolution = resolveUnder(desks.of(app), key);
        if (resolution == Resolution.RESOLVED) {
            listeners.tell(listener -> listener.issueResolved(app, key));
        }
        return resolution;
    }

    @Override
    public Cycle beginCycle(AppId app) {
        return new OpenCycle(this, app, revision(desks.of(app)));
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
        Desk desk = desks.of(app);
        int dropped;
        synchronized (desk) {
            desks.change(desk, Desk::forgetAll);
            dropped = store.change(app, how).answer();
        }
        listeners.tellDropped(app, dropped);
    }

    void close() {
        closed = true;
    }

    /** Ends what a cycle that began at a revision has not seen; returns how many issues that were. */
    int complete(AppId app, Set<String> seen, long since) {
        if (closed) {
            return 0;
        }
        List<String> resolved = completed(desks.of(app), seen, since);
        resolved.forEach(key -> listeners.tell(listener -> listener.issueResolved(app, key)));
        return resolved.size();
    }

    private List<String> completed(Desk desk, Set<String> seen, long since) {
        try {
            synchronized (desk) {
                desks.change(desk, Desk::forget);
                flusher.write(desk);
                return store.change(desk.app(), ledger -> machine.completeCycle(ledger, seen, since, clock.instant()))
                        .answer();
            }
        } catch (RuntimeException e) {
            LOG.debug("{}: the cycle resolved nothing", desk.app(), e);
            flusher.expect(desk);
            return List.of();
        }
    }

    private boolean isCountedInMemory(Issue issue) {
        Desk desk = desks.find(issue.app());
        Known known = desk == null ? null : desk.find(issue);
        if (desk == null || known == null || !isNothingNew(known, issue)) {
            return false;
        }
        long before = known.count(issue);
        if (before == 0) {
            flusher.expect(desk);
        }
        return before != Known.CLOSED;
    }

    /** A repeat of the same severity is admitted as its first report was; of a lesser one, the policy is asked. */
    private boolean isNothingNew(Known known, Issue issue) {
        Severity severity = issue.severity();
        return known.severity() == severity || (known.severity().isAtLeast(severity) && policy.admits(issue));
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
        Desk desk = desks.of(issue.app());
        if (store.isLost()) {
            return buffer(desk, issue);
        }
        Instant now = clock.instant();
        Step<List<Disposition>> step;
        try {
            synchronized (desk) {
                step = store.change(
                        issue.app(), ledger -> machine.hold(ledger, List.of(Reported.once(issue)), zone, now));
                desks.change(desk, d -> d.remember(issue, step.ledger()));
            }
        } catch (RuntimeException e) {
            LOG.debug("{}: {} could not be written", issue.app(), issue.key(), e);
            return buffer(desk, issue);
        }
        wakeup.by(step.ledger().slot().dueAt());
        Disposition answer = step.answer().get(0);
        if (answer == Disposition.HELD) {
            boolean slotUsed =
                    machine.opensAt(issue.app(), step.ledger().slot(), zone).isAfter(now);
            listeners.tell(listener -> listener.issueHeld(issue, slotUsed));
        }
        return answer;
    }

    private Disposition buffer(Desk desk, Issue issue) {
        if (!desks.keep(desk, issue)) {
            return refuse(issue, "too many issues wait for the store");
        }
        flusher.expect(desk);
        listeners.tell(listener -> listener.issueBuffered(issue));
        return Disposition.BUFFERED;
    }

    private Disposition refuse(Issue issue, String bound) {
        listeners.tell(listener -> listener.issueRefused(issue, bound));
        return Disposition.REFUSED;
    }

    private Resolution resolveUnder(Desk desk, String key) {
        synchronized (desk) {
            if (store.isLostJustNow()) {
                return Resolution.REFUSED;
            }
            Entry seen = null;
            try {
                seen = store.read(desk.app()).entries().get(key);
                desks.change(desk, d -> d.forget(key));
                Step<Boolean> step =
                        store.change(desk.app(), ledger -> machine.resolve(ledger, key, null, clock.instant()));
                desk.resolved(key);
                return step.answer() ? Resolution.RESOLVED : Resolution.UNKNOWN;
            } catch (StoreException e) {
                if (seen == null) {
                    return Resolution.REFUSED;
                }
                desk.resolveLater(key, seen.version());
                flusher.expect(desk);
                return Resolution.DEFERRED;
            }
        }
    }

    /** The revision that a cycle begins at, with all that was counted before it in the ledger; none if that fails. */
    private long revision(Desk desk) {
        if (store.isLostJustNow()) {
            return OpenCycle.RESOLVES_NOTHING;
        }
        try {
            synchronized (desk) {
                flusher.write(desk);
                Ledger ledger = store.read(desk.app());
                return ledger.revision();
            }
        } catch (RuntimeException e) {
            LOG.debug("{}: the cycle will resolve nothing", desk.app(), e);
            return OpenCycle.RESOLVES_NOTHING;
        }
    }
}
