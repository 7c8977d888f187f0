package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Something that this library wants to reach, and where it stands.
 *
 * @param wish in words
 * @param bound the figure that it must reach
 * @param atLeast whether it must be as much at least, and not at most
 * @param measured the figures, at least one
 */
record Target(String wish, double bound, boolean atLeast, List<Double> measured) {

    /** All targets, as the results stand. */
    static List<Target> all(Results results) {
        return List.of(
                atLeast(
                        5,
                        "times as fast as the best Java peer, small mails",
                        Cell.SMALL_MAILS,
                        results::ownOverBestPeer),
                atLeast(
                        0.8,
                        "of the bare socket that renders and pipelines, small mails",
                        Cell.SMALL_MAILS,
                        cell -> results.ownOver(Contestant.BARE_RENDERED, cell)),
                atLeast(
                        0.8,
                        "of the bare socket that renders and pipelines, bigger mails",
                        Cell.BIGGER_MAILS,
                        cell -> results.ownOver(Contestant.BARE_RENDERED, cell)),
                atMost(
                        0.12,
                        "ms of processor time for a small mail without TLS",
                        plain(Cell.SMALL_MAILS),
                        cell -> results.cpuMillis(Contestant.OWN, cell)),
                atMost(
                        40,
                        "KB allocated for a small mail without TLS",
                        plain(Cell.SMALL_MAILS),
                        cell -> results.kilobytes(Contestant.OWN, cell)),
                atMost(
                        2,
                        "round trips for each further mail to a distant server",
                        Cell.DISTANT,
                        cell -> whole(results.furtherRoundTrips(Contestant.OWN, cell))));
    }

    boolean reached() {
        return measured.stream().allMatch(figure -> atLeast ? figure >= bound : figure <= bound);
    }

    double least() {
        return figures().min().orElse(Double.NaN);
    }

    double most() {
        return figures().max().orElse(Double.NaN);
    }

    private DoubleStream figures() {
        return measured.stream().mapToDouble(Double::doubleValue);
    }

    private static Target atLeast(double bound, String wish, List<Cell> cells, Function<Cell, OptionalDouble> figure) {
        return new Target(wish, bound, true, measured(cells, figure));
    }

    private static Target atMost(double bound, String wish, List<Cell> cells, Function<Cell, OptionalDouble> figure) {
        return new Target(wish, bound, false, measured(cells, figure));
    }

    private static List<Double> measured(List<Cell> cells, Function<Cell, OptionalDouble> figure) {
        return cells.stream()
                .map(figure)
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }

    private static List<Cell> plain(List<Cell> cells) {
        return cells.stream().filter(cell -> !cell.tls()).toList();
    }

    /** What is beyond whole round trips is the machine's own time. */
    private static OptionalDouble whole(OptionalDouble roundTrips) {
        return roundTrips.isPresent() ? OptionalDouble.of(Math.rint(roundTrips.getAsDouble())) : OptionalDouble.empty();
    }
}
