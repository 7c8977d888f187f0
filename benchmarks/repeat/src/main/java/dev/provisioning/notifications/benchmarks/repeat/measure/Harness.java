package dev.provisioning.notifications.benchmarks.repeat.measure;

import dev.provisioning.notifications.benchmarks.page.Median;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Has JMH run {@link Repeat}: each contestant in a process of its own, with a heap that never grows.
 *
 * @param warmUps how many iterations do not count
 * @param iterations how many do
 * @param iteration how long each takes
 * @param heap how big the heap is, as Java wants to be told
 */
public record Harness(int warmUps, int iterations, Duration iteration, String heap) {
    /**
     * Measures under the same circumstances, one after the other.
     *
     * @param contestants whom
     * @param cell under which
     * @return the median of each one's iterations
     * @throws RunnerException if one fails, or does not know a repeat
     */
    public Map<Contestant, Measurement> measure(Collection<Contestant> contestants, Cell cell) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(iteration.toMillis());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Repeat.class.getName())
                        .param(
                                "contestant",
                                contestants.stream().map(Enum::name).toArray(String[]::new))
                        .param("applications", String.valueOf(cell.applications()))
                        .param("copies", String.valueOf(cell.copies()))
                        .threads(cell.threads())
                        .forks(1)
                        .jvmArgs("-Xms" + heap, "-Xmx" + heap)
                        .warmupIterations(warmUps)
                        .warmupTime(time)
                        .measurementIterations(iterations)
                        .measurementTime(time)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<Contestant, Measurement> measurements = new EnumMap<>(Contestant.class);
        results.forEach(result ->
                measurements.put(Contestant.valueOf(result.getParams().getParam("contestant")), measurement(result)));
        return measurements;
    }

    /** {@return how it measures, in words} */
    public String description() {
        return warmUps + " iterations of " + iteration.toMillis() + " ms do not count, and the median of " + iterations
                + " more does; the heap is of " + heap;
    }

    private static Measurement measurement(RunResult result) {
        List<IterationResult> iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        return new Measurement(
                median(iterations.stream().mapToDouble(one -> score(one.getPrimaryResult()))),
                median(iterations.stream().mapToDouble(one -> secondary(one, "gc.alloc.rate.norm"))),
                median(iterations.stream().mapToDouble(one -> perCall(one, "callerBytes"))),
                median(iterations.stream().mapToDouble(one -> perCall(one, "callerNanos"))));
    }

    private static double perCall(IterationResult iteration, String name) {
        return secondary(iteration, name) / secondary(iteration, "callerCalls");
    }

    private static double secondary(IterationResult iteration, String name) {
        return score(Objects.requireNonNull(iteration.getSecondaryResults().get(name), name));
    }

    private static double score(Result<?> result) {
        return result.getScore();
    }

    private static double median(DoubleStream scores) {
        return Median.of(scores).orElse(Double.NaN);
    }
}
