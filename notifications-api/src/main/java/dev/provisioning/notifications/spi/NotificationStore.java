package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.AppId;
import java.time.Clock;
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
     * @return false, with nothing changed, if the ledger in the store is of another revision than {@code expected}, also if it
     *     would have no room for the successor
     * @throws StoreException if the outcome is not known: it may have happened, or may still happen as long as the
     *     revision is that of {@code expected}
     * @throws StoreFullException if there is no room for the successor, and nothing was changed; only if it brings a new entry, or
     *     longer words, and so never for what becomes of a mail, or of an issue that is resolved
     * @throws IllegalArgumentException if {@code successor} is not the direct successor of {@code expected}
     */
    boolean replace(Ledger expected, Ledger successor);

    /**
     * Tells which applications somebody has to look at: those due, and those whose due instant is so far away that it
     * must come from a clock that was wrong. A mail server takes so many mails a second, and a morning can bring more than
     * that, so the order matters, and with it that the first of it are found without a look at the others.
     *
     * @param now the time
     * @param horizon an instant after which no due instant is to be believed: further away than the policy's longest window and
     *     what clocks may differ
     * @param limit how many applications to tell at most, at least 1
     * @return the applications, idle ones aside, with {@link Slot#dueAt()} at or before {@code now}, and after them those with one after
     *     {@code horizon}; of each the most {@linkplain Ledger#urgency() urgent} first, and of equals those with the
     *     earliest due instant
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

    /**
     * Tells whether what is written outlives this process. If it does not, and the store has no {@link #pollInterval()}, so
     * that nobody else uses it, then writing how often something was repeated saves nothing, and waits until somebody wants to
     * know.
     *
     * @return true, which is the default, unless all is lost with the process
     */
    default boolean isDurable() {
        return true;
    }

    /**
     * Tells by which clock all who use the store go. Nodes whose own clocks differ would disagree about when a day ends.
     *
     * @param own the clock of this node
     * @return {@code own}, which is the default, or a clock that all nodes have in common; asking it never fails and
     *     never waits
     */
    default Clock clock(Clock own) {
        return own;
    }

    /**
     * Tells which mails of an application have used their slots, as far as the store keeps them: at least the last,
     * and in a store with a history those that {@link #replace} has brought as {@link Ledger#lastMail()} before it.
     *
     * @param app which application
     * @param limit how many mails to tell at most, at least 1
     * @return its mails, the newest first
     * @throws StoreException if the store cannot be read
     */
    default List<SentMail> mails(AppId app, int limit) {
        return Optional.ofNullable(read(app).lastMail()).stream().toList();
    }

    /**
     * Forgets what the store keeps of an application beside its ledger: the history of its mails, and what waits for it
     * in the {@link #outbox()}.
     *
     * @param app which application
     * @throws StoreException if the outcome is not known
     */
    default void erase(AppId app) {}

    /**
     * Gives access to issues that hosts have reported within transactions of their own.
     *
     * @return the outbox; empty, which is the default, if the store has none
     */
    default Optional<Outbox> outbox() {
        return Optional.empty();
    }

    /** Releases what the store holds. Does nothing by default; may be called more than once. */
    @Override
    default void close() {}
}
