package dev.provisioning.notifications.core;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * An empty store for some nodes of a test: the one that the service loader finds, else one in memory. The modules that
 * bring stores run the tests of the rules on theirs by this.
 *
 * <p>It goes by the time of the test, and is polled as often as the test says, whatever the store would rather.
 */
final class WorldStore extends ForwardingStore {
    private final NotificationStore store;
    private final Duration pollInterval;
    private final @Nullable Clock clock;

    private WorldStore(NotificationStore store, Duration pollInterval, @Nullable Clock clock) {
        super(store);
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
    public Optional<Duration> pollInterval() {
        return Optional.of(pollInterval);
    }

    @Override
    public Clock clock(Clock own) {
        return clock == null ? own : clock;
    }
}
