package dev.provisioning.notifications.spi;

import java.util.List;

/**
 * Issues that hosts have reported within transactions of their own, and that wait to be taken into the ledgers of their
 * applications. An issue is taken exactly once, by whichever node comes first. Thread-safe.
 */
public interface Outbox {
    /**
     * Tells what waits, the longest waiting first. Nothing of a transaction that has not been committed is seen.
     *
     * @param limit how many issues to tell at most, at least 1
     * @return what waits; no longer there, perhaps, when it is looked at
     * @throws StoreException if the store cannot be read
     */
    List<PostedIssue> waiting(int limit);

    /**
     * Replaces a ledger as {@link NotificationStore#replace} does, and takes issues out in the same transaction.
     *
     * @param expected the ledger as it was read
     * @param successor the ledger to put in its place, of the next revision
     * @param taken issues of this application that {@code successor} holds
     * @return false, with nothing changed, if the ledger is of another revision, or one of the issues is not there any
     *     more
     * @throws StoreException if the outcome is not known
     * @throws IllegalArgumentException if {@code successor} is not the direct successor of {@code expected}
     */
    boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken);

    /**
     * Takes out issues that are not to be held.
     *
     * @param unwanted which issues; those that are not there any more are none
     * @throws StoreException if the outcome is not known
     */
    void discard(List<PostedIssue> unwanted);
}
