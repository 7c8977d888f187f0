package dev.provisioning.notifications.benchmarks.smtp;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.smtp.report.Report;
import dev.provisioning.notifications.benchmarks.smtp.report.Results;
import dev.provisioning.notifications.benchmarks.smtp.steps.StepCost;
import dev.provisioning.notifications.benchmarks.smtp.steps.StepsRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures, and writes the page; see {@code docs/performance.md} for how to start it. */
public final class Main {
    private static final PrintStream OUT = System.out;

    private Main() {}

    /**
     * Runs the benchmark.
     *
     * @param args {@code full}, {@code quick} or {@code steps}; a directory for what the run needs; the page to write
     * @throws IOException if a process or a file fails
     * @throws InterruptedException if the thread is interrupted
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Path directory = Files.createDirectories(Path.of(args[1]));
        switch (args[0]) {
            case "full" -> run(Plan.full(), directory, Path.of(args[2]));
            case "quick" -> run(Plan.quick(), directory, directory.resolve("performance.md"));
            case "steps" -> StepsRun.run(Plan.full().step()).forEach(OUT::println);
            default -> throw new IllegalArgumentException("not full, quick or steps: " + args[0]);
        }
    }

    private static void run(Plan plan, Path directory, Path page)
            throws IOException, InterruptedException, RunnerException {
        Machine.complaint().ifPresent(OUT::println);
        OUT.println("measuring the steps of a mail");
        List<StepCost> steps = StepsRun.run(plan.step());
        try (Field field = new Field(directory)) {
            Results results = new Run(field, plan, OUT).run();
            new Report(results, field.absent(), steps, plan.rounds()).writeTo(page);
        }
        OUT.println("written: " + page.toAbsolutePath().normalize());
    }
}
