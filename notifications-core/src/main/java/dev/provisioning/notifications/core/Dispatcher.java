package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;

/** Looks which applications are due, and has their mails sent: a few at a time, as fast as the {@link Gate} allows. */
final class Dispatcher {
    private static final Log LOG = Log.of(Dispatcher.class);
    private static final Duration TROUBLE = Duration.ofSeconds(5);
    private static final Duration ASIDE = Duration.ofMinutes(1);

    private final Parts parts;
    private final Gate gate;
    private final Sender sender;
    private final Wakeup wakeup;
    private final Backlog backlog;
    /** Applications whose turn it is, from being given to the executor on. */
    private final Set<AppId> sending = new HashSet<>();

    /** Those of them that the executor has begun with. */
    private final Set<AppId> begun = new HashSet<>();

    /** Applications whose slot could not be claimed, and until when they stand aside for others. */
    private final Map<AppId, Instant> aside = new HashMap<>();

    private final Complaint executorRejects = new Complaint(LOG);
    private Instant troubledUntil = Instant.MIN;

    /** Whether the end of a delivery lets another begin, or the same application once more. */
    private boolean endIsAwaited;

    private boolean closed;

    Dispatcher(Parts parts, Gate gate, Sender sender, Wakeup wakeup) {
        this.parts = parts;
        this.gate = gate;
        this.sender = sender;
        this.wakeup = wakeup;
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
        if (isTroubled(now)) {
            return;
        }
        aside.values().removeIf(until -> !until.isAfter(now) || until.isAfter(now.plus(ASIDE)));
        boolean all = false;
        while (!all) {
            all = backlog.refresh(now, sending.size() + aside.size());
            if (!beginAll(now)) {
                return;
            }
        }
        aside.values().stream().min(Comparator.naturalOrder()).ifPresent(wakeup::by);
        parts.store().nextDue(now).ifPresent(wakeup::by);
    }

    /** Begins with what waits, as far as that is possible now. Returns false if something is left. */
    private boolean beginAll(Instant now) {
        for (Optional<AppId> app = next(); app.isPresent(); app = next()) {
            if (sending.size() >= parts.limits().maxDeliveries()) {
                endIsAwaited = true;
                return false;
            }
            if (!gate.admits(now)) {
                Optional<Instant> opens = gate.nextAt(now);
                endIsAwaited = opens.isEmpty();
                opens.ifPresent(wakeup::by);
                return false;
            }
            backlog.begin();
            start(app.get());
            if (isTroubled(now)) {
                return false;
            }
        }
        return true;
    }

    private Optional<AppId> next() {
        return backlog.first(app -> {
            endIsAwaited |= sending.contains(app);
            return !sending.contains(app) && !aside.containsKey(app);
        });
    }

    private boolean isTroubled(Instant now) {
        boolean troubled = now.isBefore(troubledUntil) && !troubledUntil.isAfter(now.plus(TROUBLE));
        if (troubled) {
            wakeup.by(troubledUntil);
        }
        return troubled;
    }

    /** A little less than the interval, so that nodes that were started together do not go on together. */
    private Duration spread(Duration poll) {
        return poll.minus(
                poll.dividedBy(4).multipliedBy(parts.random().nextInt(101)).dividedBy(100));
    }

    private void start(AppId app) {
        sending.add(app);
        try {
            parts.executor().execute(() -> send(app));
            executorRejects.mended();
        } catch (RejectedExecutionException e) {
            executorRejects.complain("{}: the executor takes no work, so nothing is sent now", app, e);
            troubledUntil = parts.clock().instant().plus(TROUBLE);
            wakeup.by(troubledUntil);
            gate.undecided();
            ended(app);
        }
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
            putAside(app);
            gate.undecided();
            ended(app);
        }
    }

    private synchronized boolean begins(AppId app) {
        if (closed) {
            sending.remove(app);
            return false;
        }
        return begun.add(app);
    }

    private synchronized void putAside(AppId app) {
        Instant until = parts.clock().instant().plus(ASIDE);
        aside.put(app, until);
        wakeup.by(until);
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
