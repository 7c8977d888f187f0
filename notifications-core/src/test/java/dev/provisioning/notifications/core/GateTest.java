package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final DeliveryFault FAULT = DeliveryFault.at(Stage.CONNECT, "refused");

    private final Gate gate = new Gate(10, new Random(7));

    private Instant pause(boolean lasts) {
        return gate.failed(FAULT, lasts, NOW).orElseThrow();
    }

    @Test
    void deliveriesBeginAtTheRate() {
        assertThat(gate.admits(NOW)).isTrue();
        assertThat(gate.admits(NOW.plusMillis(99))).isFalse();
        assertThat(gate.nextAt(NOW.plusMillis(99))).contains(NOW.plusMillis(100));
        assertThat(gate.admits(NOW.plusMillis(100))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 300, 9_999, 10_000})
    void noSecondHasMoreThanAllowed(int mailsPerSecond) {
        Gate some = new Gate(mailsPerSecond, new Random(7));
        Instant now = NOW;
        for (int i = 0; i < mailsPerSecond; i++) {
            assertThat(some.admits(now)).isTrue();
            now = some.nextAt(now).orElseThrow();
        }

        assertThat(now).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(1).plusNanos(mailsPerSecond));
    }

    @Test
    void aFaultOfTheTransportPausesItAndIsToldOnce() {
        Instant until = pause(false);

        assertThat(until).isBetween(NOW.plusSeconds(30), NOW.plusSeconds(60));
        assertThat(gate.fault()).contains(FAULT);
        assertThat(gate.failed(FAULT, false, NOW))
                .as("of another delivery under way")
                .isEmpty();
        assertThat(gate.admits(until.minusMillis(1))).isFalse();
        assertThat(gate.nextAt(NOW)).contains(until);
    }

    @Test
    void aLastingFaultPausesItForLonger() {
        assertThat(pause(true)).isBetween(NOW.plus(Duration.ofMinutes(5)), NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void afterThePauseASingleProbeBegins() {
        Instant until = pause(false);

        assertThat(gate.admits(until)).isTrue();
        assertThat(gate.admits(until.plus(Duration.ofDays(1)))).isFalse();
        assertThat(gate.nextAt(until)).as("its end decides").isEmpty();
    }

    @Test
    void aProbeThatFailsPausesForLongerAndIsNotTold() {
        Instant until = pause(false);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(gate.admits(until)).isTrue();
            assertThat(gate.failed(FAULT, false, until)).isEmpty();
            Instant next = gate.nextAt(until).orElseThrow();
            pauses.add(Duration.between(until, next));
            until = next;
        }

        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(10)) <= 0);
        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofMinutes(9)) > 0);
    }

    @Test
    void aProbeThatTellsNothingIsFollowedByAnother() {
        Instant until = pause(false);
        assertThat(gate.admits(until)).isTrue();

        gate.undecided();

        assertThat(gate.admits(until.plusSeconds(1))).isTrue();
        assertThat(gate.fault()).isPresent();
    }

    @Test
    void aProbeThatSucceedsOpensItSlowly() {
        Instant now = pause(false);
        assertThat(gate.admits(now)).isTrue();
        assertThat(gate.succeeded()).isTrue();
        assertThat(gate.succeeded()).as("told once").isFalse();
        assertThat(gate.fault()).isEqualTo(Optional.empty());

        now = gate.nextAt(now).orElseThrow();
        List<Long> intervals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertThat(gate.admits(now)).isTrue();
            Instant next = gate.nextAt(now).orElseThrow();
            intervals.add(Duration.between(now, next).toMillis());
            gate.succeeded();
            now = next;
        }

        assertThat(intervals).containsExactly(500L, 250L, 125L, 100L, 100L);
    }

    @Test
    void aClockThatIsSetBackPausesNothingForLongerThanWasMeant() {
        pause(true);
        Instant before = NOW.minus(Duration.ofDays(3));

        assertThat(gate.nextAt(before)).contains(before.plus(Duration.ofHours(1)));
        assertThat(gate.admits(before.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void norDoesItHoldUpTheRate() {
        assertThat(gate.admits(NOW)).isTrue();
        Instant before = NOW.minus(Duration.ofDays(3));

        assertThat(gate.admits(before)).isFalse();
        assertThat(gate.admits(before.plusSeconds(1))).isTrue();
    }
}
