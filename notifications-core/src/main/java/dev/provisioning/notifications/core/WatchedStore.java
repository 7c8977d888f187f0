package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.spi.StoreFullException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The host's store, watched: whatever it throws is a {@link StoreException}, or says that it is full, and the listener
 * hears once of each change. A
 * store that could not be written to is back once it is written to: on a full disk, say, one can still read.
 */
final class WatchedStore {
    /** So often nodes get in each other's way only if something is broken. */
    private static final int MOST_CONFLICTS = 1_000;

    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final NotificationStore store;
    private final Listeners listeners;
    private final Screen screen;
    private final LongSupplier nanoTime;
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile long failedAt;
    private volatile boolean unwritable;

    WatchedStore(NotificationStore store, LongSupplier nanoTime, Listeners listeners, Screen screen) {
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.store = store;
        this.listeners = listeners;
    }

    /** Whether the latest operation failed, or the latest that writes. */
    boolean isLost() {
        return lost.get();
    }

    /** Whether it was lost so short a time ago that it is not worth a caller's waiting to try again. */
    boolean isLostJustNow() {
        return lost.get() && nanoTime.getAsLong() - failedAt < JUST_NOW.toNanos();
    }

    Ledger read(AppId app) {
        return watched(() -> store.read(app));
    }

    boolean replace(Ledger expected, Ledger successor) {
        return writing(() -> store.replace(expected, successor));
    }

    /**
     * Takes a step of the slot machine, from the newest ledger, as often as it takes until nobody else was faster.
     *
     * @throws StoreException if the outcome is not known
     */
    <T> Step<T> change(AppId app, Function<Ledger, Step<T>> how) {
        for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
            Ledger ledger = read(app);
            Step<T> step = how.apply(ledger);
            if (step.ledger().revision() == ledger.revision() || replace(ledger, step.ledger())) {
                return step;
            }
        }
        throw new StoreException("ledger of " + app + " was changed by others " + MOST_CONFLICTS + " times", null);
    }

    /**
     * The same, tried first from a ledger that this node has made a moment ago. That is as safe as from one just read, because
     * it takes effect only if that is the newest; and it saves a way to the store and back.
     */
    <T> Step<T> change(Ledger newest, Function<Ledger, Step<T>> how) {
        Step<T> step = how.apply(newest);
        boolean changes = step.ledger().revision() != newest.revision();
        return changes && replace(newest, step.ledger()) ? step : change(newest.app(), how);
    }

    List<AppId> due(Instant now, Instant horizon, int limit) {
        return watched(() -> store.due(now, horizon, limit));
    }

    Optional<Instant> nextDue(Instant now) {
        return watched(() -> store.nextDue(now));
    }

    List<SentMail> mails(AppId app, int limit) {
        return watched(() -> store.mails(app, limit));
    }

    void erase(AppId app) {
        writing(() -> {
            store.erase(app);
            return true;
        });
    }

    /** The outbox, whose faults are no loss of the store. */
    Optional<Outbox> outbox() {
        return guarded(store::outbox);
    }

    List<PostedIssue> waiting(Outbox outbox, int limit) {
        return guarded(() -> outbox.waiting(limit));
    }

    boolean take(Outbox outbox, Ledger expected, Ledger successor, List<PostedIssue> taken) {
        return guarded(() -> outbox.take(expected, successor, taken));
    }

    void discard(Outbox outbox, List<PostedIssue> unwanted) {
        guarded(() -> {
            outbox.discard(unwanted);
            return true;
        });
    }

    /** Whether counts that are not written are lost with nothing but what is lost anyway. */
    boolean isOfThisProcessAlone() {
        return !store.isDurable() && store.pollInterval().isEmpty();
    }

    Optional<Duration> pollInterval() {
        return store.pollInterval();
    }

    private <T> T watched(Supplier<T> operation) {
        return watched(false, operation);
    }

    private <T> T writing(Supplier<T> operation) {
        return watched(true, operation);
    }

    private <T> T watched(boolean writes, Supplier<T> operation) {
        T result;
        try {
            result = guarded(operation);
        } catch (StoreException e) {
            failedAt = nanoTime.getAsLong();
            if (writes) {
                unwritable = true;
            }
            if (lost.compareAndSet(false, true)) {
                listeners.tell(listener -> listener.storeLost(screen.screened(e)));
            }
            throw e;
        }
        if (writes) {
            unwritable = false;
        }
        if (lost.get() && !unwritable && lost.compareAndSet(true, false)) {
            listeners.tell(listener -> listener.storeBack());
        }
        return result;
    }

    private static <T> T guarded(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (StoreException | StoreFullException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            throw new StoreException("the store failed", e);
        }
    }
}
