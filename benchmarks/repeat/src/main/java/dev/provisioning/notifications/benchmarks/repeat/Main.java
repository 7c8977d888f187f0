package dev.provisioning.notifications.benchmarks.repeat;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import dev.provisioning.notifications.benchmarks.repeat.report.Report;
import dev.provisioning.notifications.benchmarks.repeat.report.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** Measures, and writes the page; see {@code docs/performance.md} for how to start it. */
public final class Main {
    private static final PrintStream OUT = System.out;

    private Main() {}

    /**
     * Runs the benchmark.
     *
     * @param args {@code full}, {@code quick}, or the name of a contestant to look at; a directory for what the run leaves;
     *     the page to write
     * @throws IOException if a file fails
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] args) throws IOException, RunnerException {
        Path directory = Files.createDirectories(Path.of(args[1]));
        switch (args[0]) {
            case "full" -> run(Plan.full(), Path.of(args[2]));
            case "quick" -> run(Plan.quick(), directory.resolve("performance.md"));
            default -> watch(Contestant.valueOf(args[0].toUpperCase(Locale.ROOT)));
        }
    }

    private static void run(Plan plan, Path page) throws IOException, RunnerException {
        Machine.complaint().ifPresent(OUT::println);
        Results results = new Run(plan, OUT).run();
        new Report(results, plan.grid(), plan.harness().description()).writeTo(page);
        OUT.println("written: " + page.toAbsolutePath().normalize());
    }

    /** For who works on one of them. */
    private static void watch(Contestant contestant) throws RunnerException {
        Plan plan = Plan.full();
        for (Cell cell : plan.grid().all().keySet()) {
            OUT.println(cell + " " + plan.harness().measure(List.of(contestant), cell));
        }
    }
}
