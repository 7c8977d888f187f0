package dev.provisioning.notifications.benchmarks.smtp.steps;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link MailSteps}. */
public final class StepsRun {
    private StepsRun() {}

    /**
     * Measures the steps.
     *
     * @param iteration how long one of the eight iterations takes of each step
     * @return what each costs
     * @throws RunnerException if one fails
     */
    public static List<StepCost> run(Duration iteration) throws RunnerException {
        TimeValue time = TimeValue.milliseconds(iteration.toMillis());
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(MailSteps.class.getName())
                        .warmupIterations(3)
                        .warmupTime(time)
                        .measurementIterations(5)
                        .measurementTime(time)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        return labels().entrySet().stream()
                .map(step -> new StepCost(step.getValue(), micros(step.getKey(), results)))
                .toList();
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("build", "build a `MimeMessage`");
        labels.put("buildAndSave", "… and `saveChanges`");
        labels.put("buildSaveAndWrite", "… and `writeTo`");
        labels.put("byHand", "the same mail rendered by hand");
        return labels;
    }

    private static double micros(String step, Collection<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + step))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }
}
