package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Slots that a process was at work on when it ended")
class LeftoversTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void setUp() {
        file = directory.resolve("store.db");
    }

    @Test
    @DisplayName("are due at once after it was killed, and no others are")
    void areDueAfterAKill() {
        try (ChildStore child = ChildStore.start(file, "work")) {
            assertThat(child.says()).isEqualTo("open");
        }
        assertTakenOver();
    }

    @Test
    @DisplayName("are due at once after it has closed its store, and no others are")
    void areDueAfterAFarewell() {
        try (NotificationStore store = JdbcNotificationStore.file(file)) {
            Samples.leaveBehind(store);
            assertThat(store.due(Samples.NOON, Samples.HORIZON, 10)).isEmpty();
        }
        assertTakenOver();
    }

    private void assertTakenOver() {
        try (NotificationStore store = JdbcNotificationStore.file(file)) {
            assertThat(store.due(Samples.NOON, Samples.HORIZON, 10))
                    .containsExactlyInAnyOrder(Samples.app("claimed"), Samples.app("handed over"));
            assertSlot(store, "claimed", Phase.CLAIMED, Instant.EPOCH);
            assertSlot(store, "handed over", Phase.HANDED_OVER, Instant.EPOCH);
            assertSlot(store, "gathering", Phase.GATHERING, Samples.NOON.plusSeconds(60));
            assertSlot(store, "retry", Phase.RETRY, Samples.NOON.plusSeconds(90));
            assertThat(store.read(Samples.app("claimed")).slot().claim())
                    .isEqualTo(Samples.claimed(Samples.NOON).claim());
            assertThat(store.read(Samples.app("idle")).slot().opensAt())
                    .isEqualTo(Samples.NOON.plus(Duration.ofDays(1)));
        }
    }

    private static void assertSlot(NotificationStore store, String app, Phase phase, Instant dueAt) {
        assertThat(store.read(Samples.app(app)).slot().phase()).isEqualTo(phase);
        assertThat(store.read(Samples.app(app)).slot().dueAt()).as(app).isEqualTo(dueAt);
    }
}
