package dev.provisioning.notifications.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.load.LeakJudge.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An hour of samples, one in ten seconds, with as much noise as faults make. */
class LeakJudgeTest {
    private static final LeakJudge JUDGE = new LeakJudge(1);
    private static final int HOUR = 360;

    @Test
    void acquits_what_goes_up_and_down_and_comes_back() {
        assertThat(verdict(Resource.THREADS, HOUR, minute -> 20)).isEqualTo(Verdict.STEADY);
        assertThat(verdict(Resource.THREADS, HOUR, minute -> 20 + 15 * Math.sin(minute)))
                .isEqualTo(Verdict.STEADY);
        assertThat(verdict(Resource.HEAP, HOUR, minute -> 12_000_000 + 1_000_000 * Math.sin(minute)))
                .isEqualTo(Verdict.STEADY);
    }

    @Test
    void acquits_what_is_in_use_more_often_and_comes_back() {
        assertThat(verdict(Resource.POOL_ACTIVE, HOUR, minute -> minute > 30 && minute * 6 % 5 < 4 ? 4 : 0))
                .isEqualTo(Verdict.STEADY);
    }

    @Test
    void finds_what_stays_in_use_in_the_second_half() {
        assertThat(verdict(Resource.POOL_ACTIVE, HOUR, minute -> minute > 30 ? 2 : 0))
                .isEqualTo(Verdict.LEAKS);
    }

    @Test
    void acquits_what_grows_while_a_process_comes_to_rest() {
        assertThat(verdict(Resource.THREADS, HOUR, minute -> Math.min(20, 2 * minute)))
                .isEqualTo(Verdict.STEADY);
    }

    @Test
    void finds_one_a_minute() {
        for (Resource resource : List.of(
                Resource.THREADS,
                Resource.DESCRIPTORS,
                Resource.SOCKETS,
                Resource.POOL,
                Resource.POOL_ACTIVE,
                Resource.CONNECTIONS)) {
            assertThat(verdict(resource, HOUR, minute -> 20 + minute)).isEqualTo(Verdict.LEAKS);
        }
    }

    @Test
    void finds_one_in_five_minutes() {
        assertThat(verdict(Resource.THREADS, HOUR, minute -> 20 + Math.floor(minute / 5)))
                .isEqualTo(Verdict.LEAKS);
    }

    @Test
    void finds_a_hundred_kilobytes_a_minute() {
        for (Resource resource : List.of(Resource.HEAP, Resource.NON_HEAP, Resource.DIRECT)) {
            assertThat(verdict(resource, HOUR, minute -> 12_000_000 + 100_000 * minute))
                    .isEqualTo(Verdict.LEAKS);
        }
    }

    @Test
    void finds_what_begins_late() {
        assertThat(verdict(Resource.DESCRIPTORS, HOUR, minute -> 20 + Math.max(0, minute - 30)))
                .isEqualTo(Verdict.LEAKS);
    }

    @Test
    void says_nothing_of_what_was_hardly_looked_at() {
        assertThat(verdict(Resource.THREADS, 13, minute -> 20)).isEqualTo(Verdict.UNKNOWN);
        assertThat(JUDGE.judge(Resource.THREADS, samples("heap", HOUR, minute -> 20))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void tells_how_fast_it_grows() {
        Growth growth = Growth.of("threads", samples("threads", HOUR, minute -> 20 + minute));
        assertThat(growth.perHour()).isBetween(59.0, 61.0);
    }

    private static Verdict verdict(Resource resource, int count, DoubleUnaryOperator value) {
        return JUDGE.judge(resource, samples(resource.word(), count, value)).verdict();
    }

    /** One sample in ten is far off, as in the midst of a fault. */
    private static List<Sample> samples(String what, int count, DoubleUnaryOperator value) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double regular = value.applyAsDouble(i / 6.0);
                    double noisy = random.nextInt(10) == 0 ? regular * 2 : regular;
                    return new Sample(i * 10_000L, Map.of(what, Math.round(noisy)));
                })
                .toList();
    }
}
