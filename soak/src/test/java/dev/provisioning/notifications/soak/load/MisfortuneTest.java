package dev.provisioning.notifications.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MisfortuneTest {
    private static final Duration GAP = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void everything_happens_before_anything_happens_again() {
        List<String> happened = happened(1, DAY);
        assertThat(happened).hasSizeGreaterThan(60);
        for (int i = 0; i + 3 <= happened.size(); i += 3) {
            assertThat(happened.subList(i, i + 3)).containsExactlyInAnyOrder("killed", "paused", "cut off");
        }
    }

    @Test
    void the_first_is_not_long_in_coming_and_the_same_seed_brings_the_same() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(happened(seed, GAP.dividedBy(3))).isNotEmpty();
            assertThat(happened(seed, DAY)).isEqualTo(happened(seed, DAY));
        }
    }

    @Test
    void what_has_begun_is_mended_before_the_next_begins_and_at_the_end() {
        List<Integer> wrong = new ArrayList<>(List.of(0));
        Fault fault = Fault.lasting("any", 20, () -> wrong.add(last(wrong) + 1), () -> wrong.add(last(wrong) - 1));
        Misfortune misfortune = new Misfortune(List.of(fault), GAP, chance(1), (any, over) -> {});
        minutes(DAY).forEach(misfortune::look);
        misfortune.mend();
        misfortune.mend();
        assertThat(wrong).containsOnly(0, 1).endsWith(0);
    }

    private static List<String> happened(int seed, Duration time) {
        List<Fault> faults = Stream.of("killed", "paused", "cut off")
                .map(kind -> Fault.sudden(kind, () -> {}))
                .toList();
        List<String> kinds = new ArrayList<>();
        Misfortune misfortune = new Misfortune(faults, GAP, chance(seed), (fault, over) -> {
            if (!over) {
                kinds.add(fault.kind());
            }
        });
        minutes(time).forEach(misfortune::look);
        return kinds;
    }

    private static Stream<Duration> minutes(Duration time) {
        return IntStream.rangeClosed(0, (int) time.toMinutes()).mapToObj(Duration::ofMinutes);
    }

    private static int last(List<Integer> list) {
        return list.get(list.size() - 1);
    }

    private static Chance chance(int seed) {
        return new Chance(new Random(seed));
    }
}
