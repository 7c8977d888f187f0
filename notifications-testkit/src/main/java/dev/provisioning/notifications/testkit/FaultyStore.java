package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A store that fails when a test says so, and lets a test do something at just the moment it wants: before a certain
 * change, after it, or instead of the answer to it. Otherwise it is the store that it wraps. Thread-safe.
 *
 * <p>Each fault is used up by the first change that it fits. A change is recognised by the ledger that it makes:
 *
 * <pre>{@code
 * store.failNext(ledger -> ledger.slot().phase() == Phase.HANDED_OVER, FaultyStore.Outcome.TAKES_EFFECT);
 * }</pre>
 */
public final class FaultyStore implements NotificationStore {
    /** What becomes of a change whose answer is an exception. */
    public enum Outcome {
        /** It has happened. */
        TAKES_EFFECT,
        /** It has not happened, and will not. */
        HAS_NO_EFFECT
    }

    private final NotificationStore store;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> afterReads = new ConcurrentLinkedQueue<>();
    private final AtomicLong operations = new AtomicLong();
    private volatile boolean lost;

    /**
     * Wraps a store.
     *
     * @param store what it is most of the time
     */
    public FaultyStore(NotificationStore store) {
        this.store = store;
    }

    /**
     * The next change that makes such a ledger ends in a {@link StoreException}.
     *
     * @param change which change
     * @param outcome what becomes of it nevertheless
     */
    public void failNext(Predicate<Ledger> change, Outcome outcome) {
        faults.add(new Fault(change, null, null, outcome));
    }

    /**
     * Does something right before the next change that makes such a ledger.
     *
     * @param change which change
     * @param action what to do
     */
    public void beforeNext(Predicate<Ledger> change, Runnable action) {
        faults.add(new Fault(change, action, null, null));
    }

    /**
     * Does something right after the next change that makes such a ledger, before it is answered.
     *
     * @param change which change
     * @param action what to do
     */
    public void afterNext(Predicate<Ledger> change, Runnable action) {
        faults.add(new Fault(change, null, action, null));
    }

    /**
     * Does something right after the next look at a ledger, before it is answered.
     *
     * @param action what to do
     */
    public void afterNextRead(Runnable action) {
        afterReads.add(action);
    }

    /** From now on every operation fails, and has no effect. */
    public void lose() {
        lost = true;
    }

    /** The store works again, and nothing that it was told to do is still to come. */
    public void restore() {
        lost = false;
        faults.clear();
        afterReads.clear();
    }

    /** {@return how many operations were asked for} */
    public long operations() {
        return operations.get();
    }

    @Override
    public Ledger read(AppId app) {
        begin();
        Ledger ledger = store.read(app);
        run(afterReads.poll());
        return ledger;
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        begin();
        Fault fault = take(successor);
        if (fault == null) {
            return store.replace(expected, successor);
        }
        run(fault.before);
        if (fault.outcome == Outcome.HAS_NO_EFFECT) {
            throw new StoreException("a change failed, as it was told to", null);
        }
        boolean replaced = store.replace(expected, successor);
        run(fault.after);
        if (fault.outcome == Outcome.TAKES_EFFECT) {
            throw new StoreException("the answer to a change was lost, as it was told to be", null);
        }
        return replaced;
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        begin();
        return store.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        begin();
        return store.nextDue(now);
    }

    @Override
    public List<SentMail> mails(AppId app, int limit) {
        begin();
        return store.mails(app, limit);
    }

    @Override
    public void erase(AppId app) {
        begin();
        store.erase(app);
    }

    @Override
    public Optional<Outbox> outbox() {
        return store.outbox();
    }

    @Override
    public Clock clock(Clock own) {
        return store.clock(own);
    }

    @Override
    public Optional<Duration> pollInterval() {
        return store.pollInterval();
    }

    @Override
    public boolean isDurable() {
        return store.isDurable();
    }

    @Override
    public void close() {
        store.close();
    }

    private void begin() {
        operations.incrementAndGet();
        if (lost) {
            throw new StoreException("the store is out of reach, as it was told to be", null);
        }
    }

    private @Nullable Fault take(Ledger successor) {
        Optional<Fault> fitting =
                faults.stream().filter(fault -> fault.change.test(successor)).findFirst();
        return fitting.filter(faults::remove).orElse(null);
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }

    private record Fault(
            Predicate<Ledger> change,
            @Nullable Runnable before,
            @Nullable Runnable after,
            @Nullable Outcome outcome) {}
}
