package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks which applications are due, and has their mails sent: a few at a time, as fast as the {@link Gate} allows. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration TROUBLE = Duration.ofSeconds(5);

    private final Parts parts;
    private final Gate gate;
    private final Sender sender;
    private final Wakeup wakeup;
    private final Set<AppId> sending = new HashSet<>();
    private Instant troubledUntil = Instant.MIN;
    private boolean closed;

    Dispatcher(Parts parts, Gate gate, Sender sender, Wakeup wakeup) {
        this.parts = parts;
        this.gate = gate;
        this.sender = sender;
        this.wakeup = wakeup;
    }

    /** Has what is due sent, and asks to be woken when there will be more to do. */
    void look() {
        Instant now = parts.clock().instant();
        try {
            dispatch(now);
        } catch (StoreException e) {
            LOG.debug("The store does not tell what is due", e);
            wakeup.by(now.plus(TROUBLE));
        }
    }

    /** Begins no more deliveries. */
    synchronized void close() {
        closed = true;
    }

    /** Waits until no delivery is under way any more; returns false if that takes too long. */
    synchronized boolean awaitQuiet(Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toMillis(); !sending.isEmpty(); left = (until - System.nanoTime()) / 1_000_000) {
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
        if (now.isBefore(troubledUntil) && !troubledUntil.isAfter(now.plus(TROUBLE))) {
            wakeup.by(troubledUntil);
            return;
        }
        int most = parts.limits().maxDeliveries();
        List<AppId> due = parts.store().due(now, parts.machine().horizon(now), most + sending.size());
        for (AppId app : due) {
            if (sending.contains(app)) {
                continue;
            }
            if (sending.size() >= most) {
                return;
            }
            if (!gate.admits(now)) {
                gate.nextAt(now).ifPresent(wakeup::by);
                return;
            }
            start(app);
        }
        parts.store().nextDue(now).ifPresent(wakeup::by);
        parts.store().pollInterval().ifPresent(poll -> wakeup.by(now.plus(poll)));
    }

    private void start(AppId app) {
        sending.add(app);
        try {
            parts.executor().execute(() -> send(app));
        } catch (RejectedExecutionException e) {
            LOG.warn("{}: the executor takes no work, so nothing is sent now", app, e);
            trouble();
            ended(app);
        }
    }

    private void send(AppId app) {
        try {
            sender.send(app, () -> ended(app));
        } catch (RuntimeException e) {
            LOG.debug("{}: the slot could not be claimed", app, e);
            trouble();
            gate.undecided();
            ended(app);
        }
    }

    private synchronized void trouble() {
        troubledUntil = parts.clock().instant().plus(TROUBLE);
    }

    private synchronized void ended(AppId app) {
        sending.remove(app);
        notifyAll();
        wakeup.by(parts.clock().instant());
    }
}
