package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Nodes that look after each other")
class PollSpreadTest {
    private static final Duration POLL = Duration.ofMinutes(1);

    private final World world = new World();

    /** When a node that has nothing to do wakes within an hour. */
    private List<Instant> wakeUps(NotificationStore store, long seed) {
        List<Instant> wakeUps = new ArrayList<>();
        ManualTime time = ManualTime.startingAt(World.START);
        world.node(
                World.START,
                settings -> settings.store(store)
                        .random(new Random(seed))
                        .clock(time)
                        .scheduler(new WrappedScheduler(time, task -> () -> {
                            wakeUps.add(time.instant());
                            task.run();
                        }))
                        .executor(time));
        time.advance(Duration.ofHours(1));
        return wakeUps;
    }

    @Test
    void pollAtInstantsOfTheirOwnThoughTheyWereStartedTogether() {
        NotificationStore store = InMemoryNotificationStore.sharedBy(POLL);
        List<Instant> one = wakeUps(store, 1);
        List<Instant> other = wakeUps(store, 2);

        assertThat(one.get(0)).isEqualTo(other.get(0)).isEqualTo(World.START);
        assertThat(one.subList(1, one.size())).hasSizeGreaterThan(50).doesNotContainAnyElementsOf(other);
    }

    @Test
    void neverPollLaterThanTheIntervalNorMuchEarlier() {
        List<Instant> wakeUps = wakeUps(InMemoryNotificationStore.sharedBy(POLL), 3);

        for (int i = 1; i < wakeUps.size(); i++) {
            assertThat(Duration.between(wakeUps.get(i - 1), wakeUps.get(i)))
                    .isBetween(POLL.multipliedBy(3).dividedBy(4), POLL);
        }
    }

    @Test
    void doNotPollAStoreThatTheyDoNotShare() {
        assertThat(wakeUps(InMemoryNotificationStore.create(), 1)).containsExactly(World.START);
    }
}
