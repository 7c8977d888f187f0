package dev.provisioning.notifications.benchmarks.store;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.medium.Disk;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import dev.provisioning.notifications.benchmarks.store.medium.SqliteFile;
import dev.provisioning.notifications.benchmarks.store.report.Circumstances;
import dev.provisioning.notifications.benchmarks.store.report.Report;
import dev.provisioning.notifications.benchmarks.store.report.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Measures, and writes the page; see {@code docs/performance.md} for how to start it. */
public final class Main {
    private static final PrintStream OUT = System.out;
    private static final Duration LOOK = Duration.ofSeconds(8);

    private Main() {}

    /**
     * Runs the benchmark.
     *
     * @param args {@code full}, {@code quick}, or the name of a contestant to look at; a directory for what the run needs;
     *     the page to write
     * @throws IOException if a file or the server fails
     * @throws SQLException if a database fails
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if a contestant fails
     */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        Path directory = Files.createDirectories(Path.of(args[1]));
        switch (args[0]) {
            case "full" -> run(Plan.full(), directory, Path.of(args[2]));
            case "quick" -> run(Plan.quick(), directory, directory.resolve("performance.md"));
            default -> watch(Contestant.valueOf(args[0].toUpperCase(Locale.ROOT)), directory);
        }
    }

    private static void run(Plan plan, Path directory, Path page)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Machine.complaint().ifPresent(OUT::println);
        try (Media media = new Media(directory.resolve("data"))) {
            Results results = new Run(media, List.of(Engine.values()), plan, OUT).run();
            Circumstances circumstances = new Circumstances(
                    plan.rounds(),
                    plan.mailRounds(),
                    plan.many(),
                    plan.crowd(),
                    SqliteFile.version(),
                    media.server().description(),
                    Machine.description(),
                    Disk.description(directory));
            new Report(results, circumstances).writeTo(page);
        }
        OUT.println("written: " + page.toAbsolutePath().normalize());
    }

    /** For who wants to see with other tools where the time of one contestant goes. */
    private static void watch(Contestant contestant, Path directory)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Media media = new Media(directory.resolve("data"));
                Field field = new Field(media, List.of(contestant))) {
            for (int threads : Field.THREADS) {
                Pace pace = field.measure(contestant, threads, LOOK);
                OUT.println(contestant + " in " + threads + " threads: " + pace);
            }
        }
    }
}
