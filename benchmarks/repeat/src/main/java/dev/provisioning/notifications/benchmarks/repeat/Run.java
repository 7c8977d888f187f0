package dev.provisioning.notifications.benchmarks.repeat;

import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import dev.provisioning.notifications.benchmarks.repeat.report.Results;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** Everybody under the same circumstances, one right after the other, then under the next. */
final class Run {
    private final Plan plan;
    private final PrintStream progress;

    Run(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.progress = progress;
    }

    Results run() throws RunnerException {
        Results results = new Results();
        for (Map.Entry<Cell, Set<Contestant>> each : plan.grid().all().entrySet()) {
            progress.println(each.getKey());
            plan.harness().measure(each.getValue(), each.getKey()).forEach((who, measurement) -> {
                progress.println("  " + who + " " + measurement);
                results.add(who, each.getKey(), measurement);
            });
        }
        return results;
    }
}
