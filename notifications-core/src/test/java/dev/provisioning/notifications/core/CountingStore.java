package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that counts what it is asked; each question is a way to a database and back. */
final class CountingStore extends ForwardingStore {
    int reads;
    int replaces;
    int conflicts;
    int dues;
    int nextDues;
    int outboxes;

    CountingStore(NotificationStore store) {
        super(store);
    }

    /** Begins to count anew. */
    void reset() {
        reads = 0;
        replaces = 0;
        conflicts = 0;
        dues = 0;
        nextDues = 0;
        outboxes = 0;
    }

    @Override
    public Ledger read(AppId app) {
        reads++;
        return super.read(app);
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        replaces++;
        boolean replaced = super.replace(expected, successor);
        conflicts += replaced ? 0 : 1;
        return replaced;
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        dues++;
        return super.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        nextDues++;
        return super.nextDue(now);
    }

    @Override
    public Optional<Outbox> outbox() {
        outboxes++;
        return super.outbox();
    }
}
