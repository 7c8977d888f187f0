package dev.provisioning.notifications.benchmarks.repeat.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.sample.Issues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.ThreadParams;

/** What JMH does, without it, and without looking at the time. */
class RepeatTest {
    private static final int APPLICATIONS = 10;

    @ParameterizedTest
    @EnumSource
    void everybodyKnowsARepeatOfTheSameObjectAndOfAnEqualOne(Contestant contestant) {
        for (boolean copies : List.of(false, true)) {
            Repeat repeat = filled(contestant, copies);
            Caller caller = caller(repeat, 0, 1);
            for (int i = 0; i < 3 * APPLICATIONS; i++) {
                repeat.report(caller);
            }
            repeat.verify();
        }
    }

    @Test
    void whoDoesNotKnowARepeatEndsTheRun() {
        Repeat nothingKnown = new Repeat();
        Caller caller = caller(filled(Contestant.BARE_MAP, false), 0, 1);

        assertThatThrownBy(() -> nothingKnown.report(caller)).hasMessageContaining("does not know a repeat");
    }

    @Test
    void whoKnowsTooMuchOrTooLittleBeforehandDoesTooAndIsNamed() {
        Issue[] issues = Issues.of(2);

        assertThatThrownBy(() -> Repeat.check(issue -> true, issues, false)).hasMessageContaining(" knows contoso-0/");
        assertThatThrownBy(() -> Repeat.check(issue -> false, issues, true)).hasMessageContaining(" does not know ");
    }

    @Test
    void eachRoundReportsEveryIssueOnceInAnOrderOfItsOwn() {
        Caller caller = caller(filled(Contestant.BARE_MAP, false), 0, 1);

        List<Issue> first = round(caller);

        assertThat(first)
                .containsExactlyInAnyOrder(Issues.of(APPLICATIONS))
                .isNotEqualTo(List.of(Issues.of(APPLICATIONS)));
        assertThat(round(caller)).isEqualTo(first);
    }

    @Test
    void aCopyIsEqualToWhatWasReportedBeforeAndNothingOfItIsTheSame() {
        Caller caller = caller(filled(Contestant.BARE_MAP, true), 0, 1);

        List<Issue> first = round(caller);
        List<Issue> second = round(caller);

        assertThat(second).isEqualTo(first);
        for (int i = 0; i < APPLICATIONS; i++) {
            assertThat(second.get(i)).isNotSameAs(first.get(i));
            assertThat(second.get(i).app().name())
                    .isNotSameAs(first.get(i).app().name());
        }
    }

    @Test
    void threadsBeginAtDifferentPlaces() {
        Repeat repeat = filled(Contestant.BARE_MAP, false);

        assertThat(caller(repeat, 0, 2).next())
                .isNotEqualTo(caller(repeat, 1, 2).next());
    }

    @Test
    void aCallerCountsItsCallsAndWhatTheyTake() {
        Caller caller = caller(filled(Contestant.BARE_MAP, false), 0, 1);

        caller.beginCounting();
        round(caller);
        caller.endCounting();

        assertThat(caller.callerCalls).isEqualTo(APPLICATIONS);
        assertThat(caller.callerBytes).isPositive();
        assertThat(caller.callerNanos).isPositive();
    }

    @Test
    void jmhFindsIt() throws IOException {
        try (InputStream list = Repeat.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8))
                    .contains(Repeat.class.getName());
        }
    }

    private static Repeat filled(Contestant contestant, boolean copies) {
        Repeat repeat = new Repeat();
        repeat.contestant = contestant;
        repeat.applications = APPLICATIONS;
        repeat.copies = copies;
        repeat.fill();
        return repeat;
    }

    private static Caller caller(Repeat repeat, int thread, int threads) {
        Caller caller = new Caller();
        caller.begin(repeat, new ThreadParams(thread, threads, 0, 1, 0, 1, 0, 1, 0, 1));
        return caller;
    }

    private static List<Issue> round(Caller caller) {
        return Stream.generate(caller::next).limit(APPLICATIONS).toList();
    }
}
