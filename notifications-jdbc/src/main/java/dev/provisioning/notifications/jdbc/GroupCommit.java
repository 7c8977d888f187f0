package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Commits the changes of callers that come at the same time together: whoever finds nobody at it takes all that wait, and
 * commits them in one transaction; the others wait for that, or become the next to do it. A caller that is alone waits
 * for nobody, and no thread is needed.
 */
final class GroupCommit {
    private static final int MOST = 64;

    private final Transaction transaction;
    private final long timeout;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Makes changes durable together. */
    interface Transaction {
        /**
         * Makes changes of different or the same applications, in their order.
         *
         * @return for each, whether the ledger was of the revision that it expects; empty if that is not decided, and
         *     nothing is written
         * @throws StoreException if the outcome is not known
         */
        List<Optional<Boolean>> commit(List<Change> changes);
    }

    GroupCommit(Transaction transaction, Duration timeout) {
        this.transaction = transaction;
        this.timeout = timeout.toNanos();
    }

    /**
     * Makes a change durable.
     *
     * @return whether the ledger was of the revision that it expects; empty if its transaction has not decided that
     * @throws StoreException if the outcome is not known
     */
    Optional<Boolean> commit(Change change) {
        Waiting mine = new Waiting(change);
        queue.add(mine);
        boolean interrupted = false;
        try {
            long until = System.nanoTime() + timeout;
            while (!mine.isDone()) {
                if (!mine.isTaken() && busy.compareAndSet(false, true)) {
                    lead(mine);
                } else if (System.nanoTime() - until > 0) {
                    throw givenUp(mine);
                } else {
                    LockSupport.parkNanos(this, until - System.nanoTime() + 1);
                    interrupted |= Thread.interrupted();
                }
            }
            return mine.answer();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whoever has just ended may have woken this one, who is no help any more. */
    private StoreException givenUp(Waiting mine) {
        queue.remove(mine);
        wakeNext();
        return new StoreException(
                "the store is busy: others have been writing for " + timeout / 1_000_000 + " ms", null);
    }

    private void lead(Waiting mine) {
        try {
            if (!mine.isTaken()) {
                commitAllThatWait();
            }
        } finally {
            busy.set(false);
            wakeNext();
        }
    }

    private void wakeNext() {
        Waiting next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void commitAllThatWait() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = group.size() < MOST ? queue.poll() : null) {
            next.taken = true;
            group.add(next);
        }
        if (group.isEmpty()) {
            return; // another has just taken them all
        }
        try {
            List<Optional<Boolean>> answers = transaction.commit(
                    group.stream().map(waiting -> waiting.change).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).end(answers.get(i), null);
            }
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.end(Optional.empty(), e));
        }
    }

    /** A change that waits to be committed, and the thread that waits for it. */
    private static final class Waiting {
        private final Change change;
        private final Thread thread = Thread.currentThread();
        private @Nullable Throwable failure;
        private Optional<Boolean> replaced = Optional.empty();
        private volatile boolean taken;
        private volatile boolean done;

        Waiting(Change change) {
            this.change = change;
        }

        /** Whether somebody is committing it, or has. */
        boolean isTaken() {
            return taken;
        }

        boolean isDone() {
            return done;
        }

        void end(Optional<Boolean> answer, @Nullable Throwable fault) {
            replaced = answer;
            failure = fault;
            done = true;
            LockSupport.unpark(thread);
        }

        Optional<Boolean> answer() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException fault) {
                throw new StoreException(String.valueOf(fault.getMessage()), fault);
            }
            return replaced;
        }
    }
}
