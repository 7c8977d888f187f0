package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Ledgers;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A store as the intake of a notifier uses it: the ledger is read, and replaced by one that holds the issue, too. */
public final class StoreWriter implements IssueWriter {
    private static final Duration WAIT = Duration.ofDays(1);

    private final NotificationStore store;
    private final Clock clock = Clock.systemUTC();

    /** Writes into a store, and closes it in the end. */
    public StoreWriter(NotificationStore store) {
        this.store = store;
    }

    @Override
    public void write(Issue issue) {
        Ledger ledger = store.read(issue.app());
        Instant now = clock.instant();
        if (!store.replace(ledger, Ledgers.held(ledger, issue, now, now.plus(WAIT)))) {
            throw new IllegalStateException("somebody else has changed the ledger of " + issue.app());
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
