package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the ledgers of all applications, for one node or for many.
 *
 * <p>Every operation is one transaction, takes effect at once and for everybody, and ends within a time that the store
 * bounds itself. The one that changes anything is {@link #replace}, a compare-and-set on the whole ledger of an
 * application; on it alone rests that a slot carries one mail. Thread-safe.
 *
 * <p>What is read equals what was written, to the last letter of a text; of an instant to the microsecond: nanoseconds
 * beyond may be cut off, but not rounded up. The testkit has a contract test of all this.
 */
public interface NotificationStore extends AutoCloseable {
    /**
     * Reads the ledger of an application: slot, entries and revision in one snapshot.
     *
     * @param app which application
     * @return its ledger; {@link Ledger#empty(AppId)} if there is none
     * @throws StoreException if the store cannot be read
     */
    Ledger read(AppId app);

    /**
     * Replaces a ledger by its direct successor, if nobody has changed it. Once this has returned true the successor is
     * there to stay: in a durable store it survives the loss of the process and of power.
     *
     * @param expected the ledger as it was read
     * @param successor the ledger to put in its place, of the next revision
     * @return false, with nothing changed, if the ledger in the store is of another revision than {@code expected}
     * @throws StoreException if the outcome is not known: it may have happened, or may still happen as long as the
     *     revision is that of {@code expected}
     * @throws IllegalArgumentException if {@code successor} is not the direct successor of {@code expected}
     */
    boolean replace(Ledger expected, Ledger successor);

    /**
     * Tells which applications somebody has to look at: those due, and those whose due instant is so far away that it
     * must come from a clock that was wrong.
     *
     * @param now the time
     * @param horizon an instant after which no due instant is to be believed
     * @param limit how many applications to tell at most, at least 1
     * @return the applications with {@link Slot#dueAt()} at or before {@code now}, or after {@code horizon}; the
     *     longest due first
     * @throws StoreException if the store cannot be read
     */
    List<AppId> due(Instant now, Instant horizon, int limit);

    /**
     * Tells when somebody has to look again.
     *
     * @param now the time
     * @return the earliest {@link Slot#dueAt()} after {@code now}; empty if there is none
     * @throws StoreException if the store cannot be read
     */
    Optional<Instant> nextDue(Instant now);

    /**
     * Tells how often to ask {@link #due} although nothing is known to be due, because others may have written.
     *
     * @return a positive duration; empty, which is the default, if this process alone writes to the store
     */
    default Optional<Duration> pollInterval() {
        return Optional.empty();
    }

    /** Releases what the store holds. Does nothing by default; may be called more than once. */
    @Override
    default void close() {}
}
