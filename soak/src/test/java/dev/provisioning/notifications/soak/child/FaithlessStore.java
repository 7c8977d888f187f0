package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that does not keep its word, in one of the ways of {@link Sabotage}. */
final class FaithlessStore implements NotificationStore {
    private final NotificationStore store;
    private final Sabotage sabotage;

    FaithlessStore(NotificationStore store, Sabotage sabotage) {
        this.store = store;
        this.sabotage = sabotage;
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return switch (sabotage) {
            case FORGETS_MARKS -> successor.slot().phase() == Phase.HANDED_OVER || store.replace(expected, successor);
            case FORGETS_REPORTS ->
                successor.entries().size() > expected.entries().size() || store.replace(expected, successor);
            case COMPARES_NOTHING -> force(successor);
            case NONE, PASSES_NOTHING -> store.replace(expected, successor);
        };
    }

    private boolean force(Ledger wanted) {
        Ledger present = store.read(wanted.app());
        return store.replace(present, present.successor(wanted.slot(), wanted.entries(), wanted.lastMail()));
    }

    @Override
    public Ledger read(AppId app) {
        return store.read(app);
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return store.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return store.nextDue(now);
    }

    @Override
    public Optional<Duration> pollInterval() {
        return store.pollInterval();
    }

    @Override
    public void close() {
        store.close();
    }
}
