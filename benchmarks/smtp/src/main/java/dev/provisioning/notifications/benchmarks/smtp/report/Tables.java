package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Table;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import dev.provisioning.notifications.benchmarks.smtp.steps.StepCost;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables, with a row for each contestant. */
final class Tables {
    private final Results results;
    private final List<Contestant> absent;

    /** Tables of results; who was absent, for want of being installed, gets rows that say so. */
    Tables(Results results, List<Contestant> absent) {
        this.results = results;
        this.absent = absent;
    }

    /** How many times as fast this library is as each of them. */
    String ratios(List<Cell> cells) {
        return table(cells, (who, cell) -> Figures.twoDecimals(results.ownOver(who, cell)));
    }

    String mailsPerSecond(List<Cell> cells) {
        return table(cells, (who, cell) -> Figures.count(results.mailsPerSecond(who, cell)));
    }

    String cpuMillis(List<Cell> cells) {
        return table(cells, (who, cell) -> Figures.twoDecimals(results.cpuMillis(who, cell)));
    }

    String kilobytes(List<Cell> cells) {
        return table(cells, (who, cell) -> Figures.count(results.kilobytes(who, cell)));
    }

    String roundTrips(List<Cell> cells) {
        return table(
                cells,
                cell -> Stream.of(cell.protection() + ", first mail", "each further"),
                (who, cell) -> Stream.of(
                        Figures.oneDecimal(results.firstRoundTrips(who, cell)),
                        Figures.oneDecimal(results.furtherRoundTrips(who, cell))));
    }

    static String steps(List<StepCost> steps) {
        Table table = new Table(List.of("", "µs"));
        steps.forEach(step -> table.row(List.of(step.label(), Figures.oneDecimal(step.micros()))));
        return table.toString();
    }

    private String table(List<Cell> cells, BiFunction<Contestant, Cell, String> value) {
        return table(cells, cell -> Stream.of(title(cell)), (who, cell) -> Stream.of(value.apply(who, cell)));
    }

    private String table(
            List<Cell> cells,
            Function<Cell, Stream<String>> titles,
            BiFunction<Contestant, Cell, Stream<String>> values) {
        Table table = new Table(row("", cells.stream().flatMap(titles)));
        for (Contestant who : Contestant.values()) {
            boolean isAbsent = absent.contains(who);
            String label = isAbsent ? who.label() + " (not installed)" : who.label();
            table.row(row(label, cells.stream().flatMap(cell -> values.apply(who, cell))));
        }
        return table.toString();
    }

    private static List<String> row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String title(Cell cell) {
        return cell.protection() + ", "
                + (cell.size() == Size.SMALL ? cell.sessions() : cell.size().label());
    }
}
