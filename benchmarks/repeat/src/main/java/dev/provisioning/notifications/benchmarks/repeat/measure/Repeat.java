package dev.provisioning.notifications.benchmarks.repeat.measure;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.contestant.RepeatFilter;
import dev.provisioning.notifications.benchmarks.repeat.sample.Issues;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A repeat: one contestant, who has heard of all issues already, hears of them again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Repeat {
    /** Who is measured. */
    @Param
    public Contestant contestant = Contestant.OWN;

    /** How many applications there are. */
    @Param("1")
    public int applications = 1;

    /** Whether what is reported is equal to what was reported before, and not the same object. */
    @Param("false")
    public boolean copies;

    private Issue[][] rounds = {};
    private int[] order = {};
    private RepeatFilter filter = issue -> false;

    /** Reports everything once, and makes sure that everybody is told of it then and nobody afterwards. */
    @Setup(Level.Trial)
    public void fill() {
        Issue[] first = Issues.of(applications);
        rounds = copies ? new Issue[][] {Issues.of(applications), first} : new Issue[][] {first};
        order = Issues.order(applications);
        filter = contestant.filter(applications);
        check(filter, first, false);
        for (Issue[] round : rounds) {
            check(filter, round, true);
        }
    }

    /** Makes sure that this is still so. The filter ends with the process: a notifier would first write a million counts. */
    @TearDown(Level.Trial)
    public void verify() {
        check(filter, rounds[0], true);
        filter.verify();
    }

    /**
     * A repeat.
     *
     * @param caller who reports
     */
    @Benchmark
    public void report(Caller caller) {
        if (!filter.suppresses(caller.next())) {
            throw new IllegalStateException(contestant + " does not know a repeat");
        }
    }

    Issue[][] rounds() {
        return rounds;
    }

    int[] order() {
        return order;
    }

    static void check(RepeatFilter filter, Issue[] issues, boolean suppressed) {
        Arrays.stream(issues).parallel().forEach(issue -> {
            if (filter.suppresses(issue) != suppressed) {
                throw new IllegalStateException(
                        filter.getClass().getSimpleName() + (suppressed ? " does not know " : " knows ") + issue.app());
            }
        });
    }
}
