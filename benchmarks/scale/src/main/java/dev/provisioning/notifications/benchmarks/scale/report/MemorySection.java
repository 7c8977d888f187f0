package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.cells;
import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.scale.memory.Flood;
import dev.provisioning.notifications.benchmarks.scale.memory.FloodFigures;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is taken of the heap, in words and tables.
 *
 * @param figures what was measured
 */
record MemorySection(MemoryFigures figures) {
    private static final double BYTES = 200;
    private static final double IDLE_BYTES = 10;
    private static final int MANY = 100_000;

    List<Target> targets() {
        List<Integer> large =
                figures.sizes().stream().filter(size -> size >= MANY).toList();
        List<Integer> sizes = large.isEmpty() ? figures.sizes() : large;
        List<Target> targets = new ArrayList<>(List.of(
                Target.atMost(
                        BYTES,
                        "bytes for an application with an issue, in memory, " + inWords(sizes) + " of them",
                        sizes,
                        size -> figures.bytes(Keeper.NOTIFIER, size)),
                Target.atMost(
                        IDLE_BYTES,
                        "bytes for an idle application whose issue is in a file",
                        sizes,
                        size -> figures.bytes(Keeper.IDLE_FILE, size))));
        figures.floods().forEach((flood, left) -> targets.add(afterwards(flood, left)));
        return targets;
    }

    private static Target afterwards(Flood flood, FloodFigures left) {
        return Target.atMost(
                flood.bound(),
                "MiB after " + count(left.reports()) + " reports, " + flood.label(),
                List.of(left),
                figures -> OptionalDouble.of(figures.mebibytes()));
    }

    String text() throws IOException {
        Grid<Integer> kept = Grid.of(figures.sizes(), size -> count(size));
        for (Keeper keeper : Keeper.values()) {
            kept.row(keeper.label(), size -> Figures.count(figures.bytes(keeper, size)));
        }
        return Template.read(MemorySection.class, "memory.md")
                .with("kept", kept.toString())
                .with("floods", floods())
                .text();
    }

    private String floods() {
        List<List<String>> rows = new ArrayList<>();
        figures.floods().forEach((flood, left) -> rows.add(row(flood.label(), left)));
        return Grid.listing(List.of("", "reports", "MiB afterwards", "answers"), rows);
    }

    private static List<String> row(String label, FloodFigures left) {
        return cells(label, count(left.reports()), Figures.oneDecimal(left.mebibytes()), left.answersInWords());
    }

    private static String inWords(List<Integer> sizes) {
        return String.join(" and ", sizes.stream().map(size -> count(size)).toList());
    }
}
