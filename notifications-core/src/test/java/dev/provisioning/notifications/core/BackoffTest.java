package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);

    private final Backoff backoff = new Backoff(LEAST, MOST, new Random(7));

    @ParameterizedTest(name = "after {0} attempts up to {1} minutes")
    @CsvSource({"0, 2", "1, 2", "2, 4", "3, 8", "5, 32", "6, 60", "7, 60", "100, 60", "2147483647, 60"})
    void theCeilingDoublesUpToTheMost(int attempts, long minutes) {
        List<Duration> waits = IntStream.range(0, 1_000)
                .mapToObj(i -> backoff.after(attempts))
                .sorted()
                .toList();

        Duration ceiling = Duration.ofMinutes(minutes);
        assertThat(waits.get(0)).isBetween(LEAST, LEAST.plus(ceiling.dividedBy(20)));
        assertThat(waits.get(999)).isBetween(ceiling.minus(ceiling.dividedBy(20)), ceiling);
    }

    @Test
    void whatMayWaitHardlyLongerThanTheLeastWaitsNoLonger() {
        Duration most = LEAST.plusMillis(1);

        assertThat(new Backoff(LEAST, most, new Random(7)).after(5)).isBetween(LEAST, most);
    }

    @Test
    void whatMayWaitNoLongerThanTheLeastWaitsThatLong() {
        assertThat(new Backoff(MOST, MOST, new Random(7)).after(5)).isEqualTo(MOST);
    }
}
