package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The in-memory store")
class InMemoryNotificationStoreTest extends NotificationStoreContract {
    private final NotificationStore store = InMemoryNotificationStore.sharedBy(Duration.ofMinutes(1));

    @Override
    protected NotificationStore store() {
        return store;
    }

    /** Nodes that share the store share the object. */
    @Override
    protected Optional<NotificationStore> secondStore() {
        return Optional.of(store);
    }

    @Test
    void isPolledJustIfItIsShared() {
        assertThat(InMemoryNotificationStore.create().pollInterval()).isEmpty();
        assertThat(store.pollInterval()).contains(Duration.ofMinutes(1));
    }

    @Test
    void isNotPolledAllTheTimeNorHardlyEver() {
        for (Duration interval : new Duration[] {Duration.ZERO, Duration.ofDays(2), Duration.ofSeconds(-1)}) {
            assertThatThrownBy(() -> InMemoryNotificationStore.sharedBy(interval))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining("store.pollInterval");
        }
    }
}
