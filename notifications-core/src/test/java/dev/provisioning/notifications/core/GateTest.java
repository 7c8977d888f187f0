package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final DeliveryFault FAULT = DeliveryFault.at(Stage.CONNECT, "refused");

    /** Goes from the greatest number to the least one, as such a time may. */
    private long nanos = Long.MAX_VALUE - 5;

    private final Gate gate = new Gate(10, new Random(7), () -> nanos);

    private Duration pause(boolean lasts) {
        return gate.failed(FAULT, lasts).orElseThrow();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private Duration passUntilItOpens(Gate some) {
        Duration time = some.opensIn().orElseThrow();
        pass(time);
        return time;
    }

    @Test
    void deliveriesBeginAtTheRate() {
        assertThat(gate.admits()).isTrue();
        pass(Duration.ofMillis(99));
        assertThat(gate.admits()).isFalse();
        assertThat(gate.opensIn()).contains(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(gate.admits()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 300, 9_999, 10_000})
    void noSecondHasMoreThanAllowed(int mailsPerSecond) {
        Gate some = new Gate(mailsPerSecond, new Random(7), () -> nanos);
        Duration passed = Duration.ZERO;
        for (int i = 0; i < mailsPerSecond; i++) {
            assertThat(some.admits()).isTrue();
            passed = passed.plus(passUntilItOpens(some));
        }

        assertThat(passed)
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1).plusNanos(mailsPerSecond));
    }

    @Test
    void aFaultOfTheTransportPausesItAndIsToldOnce() {
        Duration pause = pause(false);

        assertThat(pause).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(gate.fault()).contains(FAULT);
        assertThat(gate.failed(FAULT, false))
                .as("of another delivery under way")
                .isEmpty();
        assertThat(gate.opensIn()).contains(pause);
        pass(pause.minusMillis(1));
        assertThat(gate.admits()).isFalse();
    }

    @Test
    void aLastingFaultPausesItForLonger() {
        assertThat(pause(true)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void afterThePauseASingleProbeBegins() {
        pass(pause(false));

        assertThat(gate.admits()).isTrue();
        assertThat(gate.opensIn()).as("its end decides").isEmpty();
        pass(Duration.ofDays(1));
        assertThat(gate.admits()).isFalse();
    }

    @Test
    void aProbeThatFailsPausesForLongerAndIsNotTold() {
        pass(pause(false));
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(gate.admits()).isTrue();
            assertThat(gate.failed(FAULT, false)).isEmpty();
            pauses.add(passUntilItOpens(gate));
        }

        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(10)) <= 0);
        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofMinutes(9)) > 0);
    }

    @Test
    void aProbeThatTellsNothingIsFollowedByAnother() {
        pass(pause(false));
        assertThat(gate.admits()).isTrue();

        gate.undecided();

        pass(Duration.ofSeconds(1));
        assertThat(gate.admits()).isTrue();
        assertThat(gate.fault()).isPresent();
    }

    @Test
    void aProbeThatSucceedsOpensItSlowly() {
        pass(pause(false));
        assertThat(gate.admits()).isTrue();
        assertThat(gate.succeeded()).isTrue();
        assertThat(gate.succeeded()).as("told once").isFalse();
        assertThat(gate.fault()).isEqualTo(Optional.empty());

        passUntilItOpens(gate);
        List<Long> intervals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertThat(gate.admits()).isTrue();
            intervals.add(passUntilItOpens(gate).toMillis());
            gate.succeeded();
        }

        assertThat(intervals).containsExactly(500L, 250L, 125L, 100L, 100L);
    }
}
