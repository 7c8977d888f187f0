package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.StoreFullException;
import dev.provisioning.notifications.testkit.NotificationStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    @Test
    void keepsNoMoreApplicationsThanThereIsRoomForAndIsOtherwiseAsBefore() {
        NotificationStore small = InMemoryNotificationStore.withRoomFor(1);
        Ledger kept = first(AppId.of("contoso", "a"));
        assertThat(small.replace(Ledger.empty(kept.app()), kept)).isTrue();
        Ledger tooMuch = first(AppId.of("contoso", "b"));

        assertThatThrownBy(() -> small.replace(Ledger.empty(tooMuch.app()), tooMuch))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("the store is full: it has room for 1 applications");

        assertThat(small.read(tooMuch.app())).isEqualTo(Ledger.empty(tooMuch.app()));
        assertThat(small.replace(kept, kept.successor(Slot.FIRST))).isTrue();
    }

    @Test
    void givesNobodysPlaceToALedgerThatIsTooLong() {
        NotificationStore small = InMemoryNotificationStore.withRoomFor(1);
        AppId wordy = AppId.of("contoso", "wordy");
        Map<String, Entry> entries = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            entries.put("key-" + i, wordy(wordy, "key-" + i));
        }
        Ledger tooLong = Ledger.empty(wordy).successor(Slot.FIRST, entries, null);

        assertThatThrownBy(() -> small.replace(Ledger.empty(wordy), tooLong))
                .isInstanceOf(StoreFullException.class)
                .hasMessage("the store is full: it has room for 1000000 characters");

        Ledger other = first(AppId.of("contoso", "a"));
        assertThat(small.replace(Ledger.empty(other.app()), other)).isTrue();
    }

    private static Entry wordy(AppId app, String key) {
        Issue issue = Issue.builder(app, IssueKind.QUARANTINED)
                .key(key)
                .summary("Quarantined")
                .detail("x".repeat(Issue.MAX_DETAIL))
                .build();
        Instant seen = Instant.EPOCH;
        return new Entry(key, Entry.Status.HELD, issue, issue.severity(), seen, seen, seen, 1, 0, 1, 1, false, null);
    }

    @Test
    void hasRoomForOneAtLeast() {
        assertThatThrownBy(() -> InMemoryNotificationStore.withRoomFor(0))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("store.applications is 0, not from 1 to 10000000");
    }

    private static Ledger first(AppId app) {
        return Ledger.empty(app).successor(Slot.FIRST.waiting(Phase.GATHERING, Instant.EPOCH));
    }
}
