package dev.provisioning.notifications.benchmarks.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void aQuantileIsTheDurationThatThisPartDoesNotExceed() {
        Durations durations = upTo(1_000);

        assertThat(durations.quantile(0.5)).isEqualTo(500);
        assertThat(durations.quantile(0.99)).isEqualTo(990);
        assertThat(durations.quantile(1)).isEqualTo(1_000);
        assertThat(new Durations().quantile(0.5)).isNaN();
    }

    @Test
    void manyThreadsCountTogether() {
        Durations all = new Durations();
        all.addAll(upTo(5_000));
        all.addAll(upTo(5_000));

        assertThat(all.count()).isEqualTo(10_000);
        assertThat(Pace.of(7, all)).isEqualTo(new Pace(7, 2.5, 4.95));
    }

    private static Durations upTo(int most) {
        Durations durations = new Durations();
        LongStream.rangeClosed(1, most).map(i -> most + 1 - i).forEach(durations::add);
        return durations;
    }
}
