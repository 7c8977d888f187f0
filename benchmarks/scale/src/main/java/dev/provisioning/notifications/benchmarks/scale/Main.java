package dev.provisioning.notifications.benchmarks.scale;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.scale.report.Report;
import dev.provisioning.notifications.benchmarks.store.medium.Disk;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Measures, and writes the pages; see {@code docs/performance.md} for how to start it. */
public final class Main {
    private static final PrintStream OUT = System.out;

    private Main() {}

    /**
     * Runs the benchmark.
     *
     * @param args {@code full} or {@code quick}; {@code all}, or names of parts with commas between; a directory for what
     *     the run needs; where the class paths of embeddings are; where the pages are, which only a full run of all parts
     *     writes
     * @throws IOException if a process, a file or the server fails
     * @throws SQLException if a database fails
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if a report fails
     */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException, ExecutionException {
        Plan plan =
                switch (args[0]) {
                    case "full" -> Plan.full();
                    case "quick" -> Plan.quick();
                    default -> throw new IllegalArgumentException("neither full nor quick: " + args[0]);
                };
        Set<Part> parts = Part.parse(args[1]);
        Path directory = Files.createDirectories(Path.of(args[2]));
        boolean whole = args[0].equals("full") && parts.equals(EnumSet.allOf(Part.class));
        Path pages = whole ? Path.of(args[4]) : directory;
        Machine.complaint().ifPresent(OUT::println);
        try (Media media = new Media(directory.resolve("data"))) {
            String machine = Machine.description() + ", " + Disk.description(directory);
            new Report(new Run(plan, media, Path.of(args[3]), OUT).run(parts), machine).writeTo(pages);
        }
        OUT.println("written: " + pages.toAbsolutePath().normalize());
    }
}
