package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.cells;
import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.scale.start.Opening;
import dev.provisioning.notifications.benchmarks.scale.start.Peer;
import dev.provisioning.notifications.benchmarks.scale.start.Readiness;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How long starts take, in words and tables.
 *
 * @param figures what was measured
 */
record StartSection(StartFigures figures) {
    private static final double GROWTH = 2;
    private static final double MEBIBYTE = 1 << 20;

    List<Target> targets() {
        int least = sizes().get(0);
        int most = sizes().get(sizes().size() - 1);
        return List.of(Target.atMost(
                GROWTH,
                "times as long until the first report is accepted with " + count(most) + " applications as with "
                        + count(least),
                List.of(most),
                size -> OptionalDouble.of(
                        figures.opening(size).millis() / figures.opening(least).millis())));
    }

    String text() throws IOException {
        return Template.read(StartSection.class, "start.md")
                .with("openings", openings())
                .with("peers", peers())
                .text();
    }

    private String openings() {
        Grid<Integer> grid = Grid.of(sizes(), size -> count(size));
        row(grid, "store opened", Opening::open);
        row(grid, "notifier built", Opening::build);
        row(grid, "first report accepted", Opening::report);
        grid.row(
                "all together", size -> Figures.oneDecimal(figures.opening(size).millis()));
        grid.row("size of the file, MiB", size -> Figures.oneDecimal(figures.bytes(size) / MEBIBYTE));
        return grid.toString();
    }

    private void row(Grid<Integer> grid, String label, ToDoubleFunction<Opening> part) {
        grid.row(label, size -> Figures.oneDecimal(part.applyAsDouble(figures.opening(size)) / 1e6));
    }

    private String peers() {
        Readiness floor = figures.peer(Peer.NOTHING);
        List<List<String>> rows = new ArrayList<>();
        figures.peers()
                .forEach((peer, readiness) -> rows.add(cells(
                        peer.label(),
                        count(readiness.millis()),
                        count(readiness.classes()),
                        count(readiness.jars()),
                        count(readiness.kilobytes()),
                        count(readiness.threads() - floor.threads()))));
        return Grid.listing(
                List.of("", "ready after, ms", "classes loaded", "jars", "KB of jars", "threads more"), rows);
    }

    private List<Integer> sizes() {
        return figures.openings().keySet().stream().sorted().toList();
    }
}
