package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");

    private final ManualTime time = ManualTime.startingAt(START);
    private final List<String> ran = new ArrayList<>();

    private Runnable note(String name) {
        return () ->
                ran.add(name + " at " + Duration.between(START, time.instant()).toSeconds());
    }

    private Scheduler.Handle schedule(long seconds, String name) {
        return time.schedule(Duration.ofSeconds(seconds), note(name));
    }

    private void advance(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void itStandsStillUntilItIsAdvanced() {
        assertThat(time.instant())
                .isEqualTo(START)
                .isEqualTo(ManualTime.startingAt("2026-03-02T14:00:00Z").instant());

        advance(10);

        assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
        assertThat(time.millis()).isEqualTo(START.plusSeconds(10).toEpochMilli());
    }

    @Test
    void itMeasuresTheTimeThatHasPassedWhateverTheClockShows() {
        advance(10);
        time.jump(Duration.ofDays(-3));

        assertThat(time.nanoTime()).isEqualTo(10_000_000_000L);
    }

    @Test
    void itStepsToEachDueInstantInTurn() {
        schedule(30, "third");
        schedule(10, "first");
        schedule(20, "second");
        schedule(41, "later");

        advance(40);

        assertThat(ran).containsExactly("first at 10", "second at 20", "third at 30");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(40));
        assertThat(time.wakeUps()).isEqualTo(3);
        assertThat(time.waiting()).isEqualTo(1);
    }

    @Test
    void tasksOfTheSameInstantRunInTheOrderTheyWereScheduled() {
        for (int i = 0; i < 20; i++) {
            schedule(5, "task " + i);
        }

        advance(5);

        assertThat(ran).hasSize(20).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    private static int number(String noted) {
        return Integer.parseInt(noted.split(" ", -1)[1]);
    }

    @Test
    void aTaskIsRunAtItsInstantAndNotBefore() {
        schedule(10, "task");

        time.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(ran).isEmpty();

        time.advance(Duration.ofNanos(1));
        assertThat(ran).containsExactly("task at 10");
    }

    @Test
    void whatATaskSchedulesIsRunIfItsInstantComes() {
        time.schedule(Duration.ofSeconds(10), () -> {
            note("outer").run();
            schedule(5, "inner");
            schedule(0, "at once");
            schedule(500, "much later");
        });
        schedule(12, "between");

        advance(60);

        assertThat(ran).containsExactly("outer at 10", "at once at 10", "between at 12", "inner at 15");
    }

    @Test
    void aTaskThatSchedulesItselfIsRunAsOftenAsTimePasses() {
        time.schedule(Duration.ofSeconds(10), new Runnable() {
            @Override
            public void run() {
                note("tick").run();
                time.schedule(Duration.ofSeconds(10), this);
            }
        });

        advance(35);

        assertThat(ran).containsExactly("tick at 10", "tick at 20", "tick at 30");
    }

    @Test
    void aTaskMayAdvanceTimeItself() {
        time.schedule(Duration.ofSeconds(10), () -> {
            advance(100);
            note("outer").run();
        });
        schedule(20, "inner");
        schedule(115, "beyond");

        advance(30);

        assertThat(ran).containsExactly("inner at 20", "outer at 110");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(110));
        advance(5);
        assertThat(ran).last().isEqualTo("beyond at 115");
    }

    @Test
    void aTaskThatThrowsStopsTimeAtItsInstantAndTheOthersRunLater() {
        time.schedule(Duration.ofSeconds(10), () -> {
            throw new IllegalStateException("boom");
        });
        schedule(20, "next");

        assertThatThrownBy(() -> advance(30)).hasMessage("boom");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
        assertThat(ran).isEmpty();

        advance(10);
        assertThat(ran).containsExactly("next at 20");
    }

    @Test
    void whatIsDueNowRunsWithoutTimePassing() {
        time.execute(note("executed"));
        time.schedule(Duration.ofSeconds(-5), note("overdue"));
        schedule(1, "later");
        assertThat(ran).as("not before schedule has returned").isEmpty();

        time.runDue();

        assertThat(ran).containsExactly("executed at 0", "overdue at 0");
        assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void aCancelledTaskIsNotRun() {
        Scheduler.Handle first = schedule(10, "first");
        schedule(10, "second");

        first.cancel();
        first.cancel();
        advance(10);

        assertThat(ran).containsExactly("second at 10");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void aTaskThatHasRunMayBeCancelledWithoutHarmToOthers() {
        Runnable task = note("task");
        Scheduler.Handle first = time.schedule(Duration.ofSeconds(10), task);
        advance(10);
        time.schedule(Duration.ZERO, task);

        first.cancel();
        time.runDue();

        assertThat(ran).containsExactly("task at 10", "task at 10");
    }

    @Test
    void aTaskMayCancelAnotherOfTheSameInstant() {
        AtomicInteger cancelled = new AtomicInteger();
        Scheduler.Handle[] handle = new Scheduler.Handle[1];
        time.schedule(Duration.ofSeconds(10), () -> handle[0].cancel());
        handle[0] = time.schedule(Duration.ofSeconds(10), cancelled::incrementAndGet);

        advance(10);

        assertThat(cancelled).hasValue(0);
    }

    @Test
    void aJumpMovesTheClockAndMakesNothingDue() {
        schedule(10, "task");

        time.jump(Duration.ofDays(365));
        time.runDue();

        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofDays(365)));
        assertThat(ran).isEmpty();
        advance(9);
        assertThat(ran).isEmpty();
        advance(1);
        assertThat(ran).hasSize(1);
    }

    @Test
    void aJumpBackDelaysNothing() {
        schedule(10, "task");

        time.jump(Duration.ofDays(-1));
        advance(10);

        assertThat(ran).containsExactly("task at " + (10 - 86_400));
        assertThat(time.instant()).isEqualTo(START.minus(Duration.ofDays(1)).plusSeconds(10));
    }

    @Test
    void itIsAdvancedToWhatTheClockShows() {
        time.jump(Duration.ofHours(1));
        schedule(60, "task");

        time.advanceTo(START.plus(Duration.ofHours(1)).plusSeconds(60));

        assertThat(ran).hasSize(1);
        assertThat(time.instant()).isEqualTo(START.plusSeconds(3_660));
    }

    @Test
    void itDoesNotGoBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> advance(-1))
                .withMessageContaining("PT-1S")
                .withMessageContaining("jump");
        assertThatIllegalArgumentException().isThrownBy(() -> time.advanceTo(START.minusNanos(1)));
    }

    @Test
    void theClockOfAnotherMachineAlwaysDiffersByTheSame() {
        Clock ahead = time.skewedBy(Duration.ofMinutes(3));
        Clock behind = time.skewedBy(Duration.ofMinutes(-3));

        advance(60);
        time.jump(Duration.ofHours(1));

        assertThat(ahead.instant()).isEqualTo(time.instant().plusSeconds(180));
        assertThat(behind.instant()).isEqualTo(time.instant().minusSeconds(180));
    }

    @Test
    void itTellsTheSameTimeInAnyZone() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
        Clock zoned = time.withZone(kathmandu);

        advance(60);

        assertThat(time.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(zoned.getZone()).isEqualTo(kathmandu);
        assertThat(zoned.instant()).isEqualTo(time.instant());
        assertThat(zoned.withZone(ZoneOffset.UTC).getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(zoned.withZone(ZoneOffset.UTC).instant()).isEqualTo(time.instant());
    }

    @Test
    void otherThreadsMaySchedule() {
        AtomicInteger count = new AtomicInteger();
        Race.of(8, i -> () -> {
            for (int n = 0; n < 100; n++) {
                time.schedule(Duration.ofMillis(n), count::incrementAndGet);
            }
            return time.instant();
        });

        advance(1);

        assertThat(count).hasValue(800);
        assertThat(time.wakeUps()).isEqualTo(800);
    }
}
