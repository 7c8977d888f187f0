package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTest {
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("-9999-01-01T00:00:00Z"),
            Instant.EPOCH.minusNanos(1_000),
            Instant.EPOCH,
            Instant.parse("2026-03-02T12:00:00.123456Z"),
            Instant.parse("+12000-12-31T23:59:59.999999Z"));

    @Test
    void canBeReadByAPerson() {
        assertThat(Turn.of(Severity.URGENT, Instant.ofEpochSecond(1_772_452_800)))
                .isEqualTo(1_772_452_800_000_000L);
        assertThat(Turn.of(Severity.INFO, Instant.ofEpochSecond(1_772_452_800))).isEqualTo(3_001_772_452_800_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhenTheApplicationIsDue(Severity urgency) {
        for (Instant due : INSTANTS) {
            assertThat(Turn.dueAt(Turn.of(urgency, due))).isEqualTo(due);
        }
    }

    @Test
    void comesByUrgencyAndThenByTime() {
        List<Long> turns = Turn.URGENCIES.stream()
                .flatMap(urgency -> INSTANTS.stream().map(due -> Turn.of(urgency, due)))
                .toList();

        assertThat(turns).isSorted().doesNotHaveDuplicates();
        assertThat(Turn.URGENCIES).containsExactlyInAnyOrder(Severity.values());
    }

    @ParameterizedTest
    @EnumSource
    void isOfItsUrgencyHoweverFarAwayItIs(Severity urgency) {
        assertThat(Turn.dueAt(Turn.first(urgency))).isBefore(INSTANTS.get(0));
        assertThat(Turn.dueAt(Turn.last(urgency))).isAfter(INSTANTS.get(INSTANTS.size() - 1));
    }

    @Test
    void isDamagedIfNothingCanHaveIt() {
        for (long turn : new long[] {
            Long.MIN_VALUE, Turn.first(Severity.URGENT) - 1, Turn.last(Severity.INFO) + 1, Long.MAX_VALUE
        }) {
            assertThatThrownBy(() -> Turn.dueAt(turn))
                    .isInstanceOf(DamagedException.class)
                    .hasMessageContaining(Long.toString(turn));
        }
        assertThat(Turn.dueAt(Turn.of(Severity.WARNING, NOON))).isEqualTo(NOON);
    }
}
