package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakeupTest {
    private static final Instant START = World.START;

    private final ManualTime time = ManualTime.startingAt(START);
    private final List<Instant> runs = new ArrayList<>();
    private final Wakeup wakeup = new Wakeup(time, time, () -> runs.add(time.instant()));

    @Test
    void theEarliestInstantCounts() {
        wakeup.by(START.plusSeconds(30));
        wakeup.by(START.plusSeconds(10));
        wakeup.by(START.plusSeconds(20));

        time.advance(Duration.ofMinutes(1));

        assertThat(runs).containsExactly(START.plusSeconds(10));
        assertThat(time.waiting()).isZero();
    }

    @Test
    void noInstantAsksForNothing() {
        wakeup.by(null);

        assertThat(time.waiting()).isZero();
    }

    @Test
    void anInstantThatHasPassedIsNow() {
        wakeup.by(START.minus(Duration.ofDays(400)));

        time.runDue();

        assertThat(runs).containsExactly(START);
    }

    @Test
    void itCanBeAskedAgainOnceItHasRun() {
        wakeup.by(START.plusSeconds(10));
        time.advance(Duration.ofSeconds(15));
        wakeup.by(START.plusSeconds(20));
        time.advance(Duration.ofSeconds(15));

        assertThat(runs).containsExactly(START.plusSeconds(10), START.plusSeconds(20));
    }

    @Test
    void itNeverSleepsLongerThanAnHourForTheClockMayBeSet() {
        wakeup.by(START.plus(Duration.ofDays(1)));
        time.jump(Duration.ofDays(2));

        time.advance(Duration.ofHours(1));

        assertThat(runs).hasSize(1);
    }

    @Test
    void aClockThatIsSetForwardHoldsUpNothingThatIsAskedForThen() {
        wakeup.by(START.plusSeconds(60));
        time.jump(Duration.ofSeconds(100));

        wakeup.by(START.plusSeconds(110));
        time.advance(Duration.ofSeconds(10));

        assertThat(runs).containsExactly(START.plusSeconds(110));
    }

    @Test
    void whenClosedItRunsNoMore() {
        wakeup.by(START.plusSeconds(10));

        wakeup.close();
        wakeup.by(START.plusSeconds(5));
        time.advance(Duration.ofHours(2));

        assertThat(runs).isEmpty();
        assertThat(time.waiting()).isZero();
    }
}
