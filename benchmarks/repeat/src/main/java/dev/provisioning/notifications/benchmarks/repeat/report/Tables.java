package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Table;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables, with a row for each contestant. */
final class Tables {
    private static final double MILLION = 1e6;

    private final Results results;
    private final Grid grid;

    Tables(Results results, Grid grid) {
        this.results = results;
        this.grid = grid;
    }

    /** How long a call takes, in nanoseconds. */
    String nanos(int threads) {
        return grown(threads, (who, cell) -> Figures.oneDecimal(results.nanos(who, cell)));
    }

    /** How long a call has a processor, in nanoseconds. */
    String processor(int threads) {
        return grown(threads, (who, cell) -> Figures.oneDecimal(results.callerNanos(who, cell)));
    }

    /** How many times as long as the floor. */
    String ratios(int threads) {
        return grown(threads, (who, cell) -> Figures.twoDecimals(results.over(who, Contestant.COUNTING_MAP, cell)));
    }

    /** What a call allocates, in bytes: all of it, and what of that the caller does. */
    String bytes(int threads) {
        return grown(
                threads,
                (who, cell) -> Figures.count(results.bytes(who, cell)) + " / "
                        + Figures.count(results.callerBytes(who, cell)));
    }

    /** How long a call takes, in nanoseconds, for issues that are built anew. */
    String copies() {
        return table(
                Grid.closest(),
                grid.copies(),
                Tables::applications,
                (who, cell) -> Figures.oneDecimal(results.nanos(who, cell)));
    }

    /** How many million calls a second all threads make together. */
    String crowd() {
        return table(
                Grid.counting(),
                grid.crowd(),
                cell -> threads(cell.threads()),
                (who, cell) -> Figures.oneDecimal(millions(results.perSecond(who, cell))));
    }

    static String threads(int threads) {
        return threads == 1 ? "1 thread" : threads + " threads";
    }

    private String grown(int threads, BiFunction<Contestant, Cell, String> value) {
        return table(Grid.growing(), grid.growth(threads), Tables::applications, value);
    }

    static String applications(Cell cell) {
        return String.format(Locale.ROOT, "%,d", cell.applications());
    }

    private static OptionalDouble millions(OptionalDouble figure) {
        return figure.isPresent() ? OptionalDouble.of(figure.getAsDouble() / MILLION) : figure;
    }

    private static String table(
            List<Contestant> contestants,
            List<Cell> cells,
            Function<Cell, String> title,
            BiFunction<Contestant, Cell, String> value) {
        Table table = new Table(row("", cells, title));
        contestants.forEach(who -> table.row(row(who.label(), cells, cell -> value.apply(who, cell))));
        return table.toString();
    }

    private static List<String> row(String first, List<Cell> cells, Function<Cell, String> value) {
        return Stream.concat(Stream.of(first), cells.stream().map(value)).toList();
    }
}
