package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A store in memory with an outbox, whose faults a test chooses. */
final class PostingStore implements NotificationStore, Outbox {
    static final Duration POLL = Duration.ofSeconds(10);

    private final NotificationStore ledgers = InMemoryNotificationStore.sharedBy(POLL);
    private final List<PostedIssue> committed = new ArrayList<>();
    private long lastId;
    private int takenInARow;

    /** How often something was taken out, at most, without a look at what is due in between. */
    int mostTakenInARow;

    /** What is run right before a ledger is replaced and issues are taken out. */
    Runnable beforeTake = () -> {};

    /** What is run right before an application is erased. */
    Runnable beforeErase = () -> {};

    /** Whether the outbox cannot be read. */
    boolean isUnreadable;

    /** Whether there is no saying whether there is an outbox. */
    boolean isBroken;

    /** Of which applications nothing can be taken out. */
    Predicate<AppId> stuck = app -> false;

    /** A transaction of a host. */
    final class Transaction {
        private final List<PostedIssue> posted = new ArrayList<>();

        Transaction report(Issue issue) {
            posted.add(new PostedIssue(++lastId, issue));
            return this;
        }

        void commit() {
            committed.addAll(posted);
        }
    }

    Transaction begin() {
        return new Transaction();
    }

    @Override
    public List<PostedIssue> waiting(int limit) {
        if (isUnreadable) {
            throw new StoreException("the outbox cannot be read, as it was told", null);
        }
        return committed.stream().limit(limit).toList();
    }

    @Override
    public boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken) {
        mostTakenInARow = Math.max(mostTakenInARow, ++takenInARow);
        Runnable before = beforeTake;
        beforeTake = () -> {};
        before.run();
        if (stuck.test(expected.app())) {
            throw new StoreException("nothing is taken out, as it was told", null);
        }
        return committed.containsAll(taken) && ledgers.replace(expected, successor) && committed.removeAll(taken);
    }

    @Override
    public void discard(List<PostedIssue> unwanted) {
        committed.removeAll(unwanted);
    }

    @Override
    public Optional<Outbox> outbox() {
        if (isBroken) {
            throw new IllegalStateException("no outbox, as it was told");
        }
        return Optional.of(this);
    }

    @Override
    public void erase(AppId app) {
        beforeErase.run();
        committed.removeIf(posted -> posted.issue().app().equals(app));
    }

    @Override
    public Ledger read(AppId app) {
        return ledgers.read(app);
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return ledgers.replace(expected, successor);
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        takenInARow = 0;
        return ledgers.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return ledgers.nextDue(now);
    }

    @Override
    public Optional<Duration> pollInterval() {
        return ledgers.pollInterval();
    }

    @Override
    public void close() {
        ledgers.close();
    }
}
