package dev.provisioning.notifications.benchmarks.repeat.contestant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.repeat.sample.Issues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContestantTest {
    private static final int APPLICATIONS = 20;

    @ParameterizedTest
    @EnumSource
    void everybodyLetsTheFirstReportPassAndNoOther(Contestant contestant) {
        try (RepeatFilter filter = contestant.filter(APPLICATIONS)) {
            assertThat(Issues.of(APPLICATIONS)).noneMatch(filter::suppresses);
            assertThat(Issues.of(APPLICATIONS)).allMatch(filter::suppresses);
            assertThat(Issues.of(APPLICATIONS)).allMatch(filter::suppresses);
            filter.verify();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTING_MAP", "ADDING_MAP"})
    void whoIsToCountMustHaveCounted(Contestant contestant) {
        Issue issue = Issues.of(1)[0];
        try (RepeatFilter filter = contestant.filter(1)) {
            filter.suppresses(issue);
            assertThatThrownBy(filter::verify).hasMessageContaining("nothing was counted");
            filter.suppresses(issue);
            filter.verify();
        }
    }

    @Test
    void peersAreWhatOthersWouldUse() {
        assertThat(Contestant.peers())
                .doesNotContain(Contestant.OWN)
                .noneMatch(Contestant::isFloor)
                .hasSize(6);
    }
}
