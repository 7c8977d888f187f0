package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Looks which applications are due, and has their mails sent: a few at a time, as fast as the {@link Gate} allows. */
final class Dispatcher {
    private static final Log LOG = Log.of(Dispatcher.class);
    private static final Duration TROUBLE = Duration.ofSeconds(5);

    private final Parts parts;
    private final Gate gate;
    private final Sender sender;
    private final Wakeup wakeup;
    private final Workers workers;
    private final Backlog backlog;
    /** Applications whose turn it is, from being given to the executor on. */
    private final Set<AppId> sending = new HashSet<>();

    /** Those of them that the executor has begun with. */
    private final Set<AppId> begun = new HashSet<>();

    /** Whether the end of a delivery lets another begin, or the same application once more. */
    private boolean endIsAwaited;

    private boolean closed;

    Dispatcher(Parts parts, Gate gate, Sender sender, Wakeup wakeup) {
        this.parts = parts;
        this.gate = gate;
        this.sender = sender;
        this.wakeup = wakeup;
        this.workers = new Workers(parts.executor(), parts.clock());
        this.backlog = new Backlog(parts);
    }

    /** Has what is due sent, and asks to be woken when there will be more to do. */
    void look() {
        Instant now = parts.clock().instant();
        try {
            dispatch(now);
        } catch (RuntimeException e) {
            LOG.debug("What is due is not known now", e);
            wakeup.by(now.plus(TROUBLE));
        } catch (Error e) {
            wakeup.by(now.plus(TROUBLE)); // or nobody would look again before the next report
            throw e;
        }
    }

    /** Begins no more deliveries, nor those that the executor has not begun with. */
    synchronized void close() {
        closed = true;
    }

    /** Interrupts the deliveries that are still under way. */
    void interrupt() {
        sender.interrupt();
    }

    /** Waits until no delivery is under way any more; returns false if that takes too long. */
    synchronized boolean awaitQuiet(Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); !begun.isEmpty(); left = (until - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void dispatch(Instant now) {
        if (closed) {
            return;
        }
        parts.store().pollInterval().ifPresent(poll -> wakeup.by(now.plus(spread(poll))));
        endIsAwaited = false;
        Optional<Instant> rest = workers.restUntil(now);
        if (rest.isPresent()) {
            wakeup.by(rest.get());
            return;
        }
        boolean all = false;
        while (!all) {
            all = backlog.refresh(now, sending.size());
            if (!beginAll(now)) {
                return;
            }
        }
        backlog.asideUntil().ifPresent(wakeup::by);
        parts.store().nextDue(now).ifPresent(wakeup::by);
    }

    /** Begins with what waits, as far as that is possible now. Returns false if something is left. */
    private boolean beginAll(Instant now) {
        for (Optional<AppId> app = next(); app.isPresent(); app = next()) {
            if (sending.size() >= parts.limits().maxDeliveries()) {
                endIsAwaited = true;
                return false;
            }
            if (!gate.admits()) {
                gate.opensIn().map(now::plus).ifPresentOrElse(wakeup::by, () -> endIsAwaited = true);
                return false;
            }
            backlog.begin();
            if (!start(app.get())) {
                return false;
            }
        }
        return true;
    }

    private Optional<AppId> next() {
        return backlog.first(app -> {
            endIsAwaited |= sending.contains(app);
            return !sending.contains(app);
        });
    }

    /** A little less than the interval, so that nodes that were started together do not go on together. */
    private Duration spread(Duration poll) {
        return poll.minus(
                poll.dividedBy(4).multipliedBy(parts.random().nextInt(101)).dividedBy(100));
    }

    private boolean start(AppId app) {
        sending.add(app);
        if (workers.take(app, () -> send(app))) {
            return true;
        }
        gate.undecided();
        sending.remove(app);
        workers.restUntil(parts.clock().instant()).ifPresent(wakeup::by);
        return false;
    }

    private void send(AppId app) {
        if (!begins(app)) {
            return;
        }
        try {
            if (!sender.send(app, () -> ended(app))) {
                overtaken();
            }
        } catch (RuntimeException e) {
            LOG.debug("{}: the slot could not be claimed", app, e);
            brokenOff(app);
        } catch (Error e) {
            brokenOff(app); // or its turn would never end, and no other begin
            throw e;
        }
    }

    private void brokenOff(AppId app) {
        putAside(app);
        gate.undecided();
        ended(app);
    }

    private synchronized boolean begins(AppId app) {
        if (closed) {
            sending.remove(app);
            return false;
        }
        return begun.add(app);
    }

    private synchronized void putAside(AppId app) {
        wakeup.by(backlog.putAside(app, parts.clock().instant()));
    }

    private synchronized void overtaken() {
        backlog.overtaken(parts.clock().instant());
    }

    private synchronized void ended(AppId app) {
        sending.remove(app);
        begun.remove(app);
        notifyAll();
        if (endIsAwaited) {
            wakeup.by(parts.clock().instant());
        }
    }
}
