package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * An empty store for some nodes of a test: the one that the service loader finds, else one in memory. The modules that
 * bring stores run the tests of the rules on theirs by this.
 *
 * <p>It goes by the time of the test, and is polled as often as the test says, whatever the store would rather.
 */
final class WorldStore implements NotificationStore {
    private final NotificationStore store;
    private final Duration pollInterval;
    private final @Nullable Clock clock;

    private WorldStore(NotificationStore store, Duration pollInterval, @Nullable Clock clock) {
        this.store = store;
        this.pollInterval = pollInterval;
        this.clock = clock;
    }

    static WorldStore sharedBy(Duration pollInterval) {
        NotificationStore store = ServiceLoader.load(NotificationStore.class)
                .findFirst()
                .orElseGet(() -> InMemoryNotificationStore.sharedBy(pollInterval));
        return new WorldStore(store, pollInterval, null);
    }

    /** The same store, which tells the time to all who use it. */
    WorldStore goingBy(Clock ofAll) {
        return new WorldStore(store, pollInterval, ofAll);
    }

    @Override
    public Ledger read(AppId app) {
        return store.read(app);
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return store.replace(expected, successor);
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
        return Optional.of(pollInterval);
    }

    @Override
    public Clock clock(Clock own) {
        return clock == null ? own : clock;
    }

    @Override
    public List<SentMail> mails(AppId app, int limit) {
        return store.mails(app, limit);
    }

    @Override
    public void erase(AppId app) {
        store.erase(app);
    }

    @Override
    public Optional<Outbox> outbox() {
        return store.outbox();
    }

    @Override
    public void close() {
        store.close();
    }
}
