package dev.provisioning.notifications.soak.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final Troubles TROUBLES = new Troubles(42);
    private static final List<String> APPLICATIONS =
            IntStream.range(0, 2_000).mapToObj(i -> "a" + i).toList();

    @Test
    void one_of_ten_applications_has_some_at_any_time() {
        for (int cycle = 0; cycle < 30; cycle++) {
            int now = cycle;
            assertThat(APPLICATIONS.stream()
                            .filter(app -> !TROUBLES.of(app, now).isEmpty()))
                    .hasSizeBetween(140, 260)
                    .allMatch(app -> TROUBLES.of(app, now).size() <= 5);
        }
    }

    @Test
    void a_cycle_meets_all_that_there_are_and_nothing_else() {
        for (String app : APPLICATIONS) {
            assertThat(new HashSet<>(TROUBLES.met(app, 7))).isEqualTo(TROUBLES.of(app, 7));
        }
        assertThat(APPLICATIONS.stream()
                        .mapToInt(app -> TROUBLES.met(app, 7).size())
                        .sum())
                .isBetween(4_000, 9_000);
    }

    @Test
    void what_was_before_is_over_and_was_met_then() {
        for (String app : APPLICATIONS) {
            Set<String> seen = new HashSet<>();
            for (int cycle = 0; cycle < 20; cycle++) {
                assertThat(seen).containsAll(TROUBLES.before(app, cycle));
                assertThat(Collections.disjoint(TROUBLES.before(app, cycle), TROUBLES.of(app, cycle)))
                        .isTrue();
                seen.addAll(TROUBLES.of(app, cycle));
                Set<String> overOrNow = new HashSet<>(TROUBLES.before(app, cycle));
                overOrNow.addAll(TROUBLES.of(app, cycle));
                assertThat(overOrNow).isEqualTo(seen);
            }
        }
    }
}
