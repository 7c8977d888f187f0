package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A node whose own clock is wrong goes by the one of a store that tells the time")
class StoreClockTest {
    private final World world = new World();
    private final ManualTime time = ManualTime.startingAt(START);

    private Node wrongBy(Duration error) {
        return new Node(
                time,
                world.node(
                                START,
                                settings -> settings.store(world.kept.goingBy(time))
                                        .clock(time.skewedBy(error))
                                        .scheduler(time)
                                        .executor(time))
                        .notifier);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 5, 3_650})
    void fromTheReportToTheNextWindow(int days) {
        Node node = wrongBy(Duration.ofDays(days));

        node.notifier.report(issue("a"));
        assertThat(world.entry("a").heldAt()).as("held").isEqualTo(START);
        assertThat(world.ledger().slot().dueAt()).as("due").isEqualTo(START.plus(Duration.ofMinutes(1)));

        node.gather();
        Instant marked = Objects.requireNonNull(world.ledger().slot().usedAt());
        assertThat(marked).as("marked").isBetween(START.plus(Duration.ofMinutes(1)), START.plus(Duration.ofMinutes(2)));
        assertThat(world.mail.received().get(0).date()).as("date").isEqualTo(marked);
        assertThat(world.ledger().slot().opensAt()).as("the next window").isEqualTo("2026-03-03T00:00:00Z");
        assertThat(node.notifier.mails(APP, 1).get(0).at()).as("recorded").isEqualTo(marked);

        node.notifier.report(issue("b"));
        node.time.advanceTo(Instant.parse("2026-03-03T07:59:59Z"));
        assertThat(world.mail.received()).hasSize(1);
        node.time.advanceTo(Instant.parse("2026-03-03T08:00:01Z"));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }
}
