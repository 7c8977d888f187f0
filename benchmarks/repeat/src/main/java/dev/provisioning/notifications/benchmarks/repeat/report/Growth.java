package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.page.Chart;
import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Series;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import java.util.List;

/** How the repeat grows with the number of applications, as a picture. */
final class Growth {
    private static final int THREADS = 1;

    private Growth() {}

    static Chart chart(Results results, Grid grid) {
        List<Cell> cells = grid.growth(THREADS);
        return new Chart(
                "What a repeat costs",
                description(results, cells),
                "applications",
                "nanoseconds per call",
                Grid.growing().stream().map(who -> series(results, cells, who)).toList());
    }

    private static Series series(Results results, List<Cell> cells, Contestant who) {
        return new Series(
                who.plainName(),
                stroke(who),
                cells.stream()
                        .flatMap(cell -> results.nanos(who, cell).stream()
                                .mapToObj(nanos -> new Series.Point(cell.applications(), nanos)))
                        .toList());
    }

    private static Series.Stroke stroke(Contestant who) {
        if (who == Contestant.OWN) {
            return Series.Stroke.BOLD;
        }
        return who.isFloor() ? Series.Stroke.DASHED : Series.Stroke.THIN;
    }

    private static String description(Results results, List<Cell> cells) {
        Cell first = cells.get(0);
        Cell last = cells.get(cells.size() - 1);
        return "The time of one call on one thread, both axes logarithmic: that of this library is "
                + Figures.oneDecimal(results.nanos(Contestant.OWN, first)) + " nanoseconds with "
                + Tables.applications(first) + " application and "
                + Figures.oneDecimal(results.nanos(Contestant.OWN, last)) + " with " + Tables.applications(last) + ".";
    }
}
