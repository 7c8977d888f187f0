package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.page.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A table whose columns are alike.
 *
 * @param columns what the columns are about
 * @param table the rows so far
 * @param <C> what a column is about
 */
record Grid<C>(List<C> columns, Table table) {
    /** An empty table, with a title for each column behind that of the rows. */
    static <C> Grid<C> of(List<C> columns, Function<C, String> title) {
        List<String> titles = new ArrayList<>(List.of(""));
        columns.forEach(column -> titles.add(title.apply(column)));
        return new Grid<>(columns, new Table(titles));
    }

    /** A table with these titles, whose rows are about something. */
    static String listing(List<String> titles, List<List<String>> rows) {
        Table table = new Table(titles);
        rows.forEach(table::row);
        return table.toString();
    }

    static List<String> cells(String... cells) {
        return Arrays.asList(cells);
    }

    static String count(long figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }

    static String count(double figure) {
        return Double.isNaN(figure) ? "–" : count(Math.round(figure));
    }

    Grid<C> row(String label, Function<C, String> value) {
        List<String> cells = new ArrayList<>(List.of(label));
        columns.forEach(column -> cells.add(value.apply(column)));
        table.row(cells);
        return this;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
