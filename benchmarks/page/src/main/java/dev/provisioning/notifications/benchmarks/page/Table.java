package dev.provisioning.notifications.benchmarks.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table: words on the left, figures on the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Begins a table with its titles. */
    public Table(List<String> titles) {
        rows.add(List.copyOf(titles));
        List<String> alignment = new ArrayList<>(Collections.nCopies(titles.size(), "---:"));
        alignment.set(0, "---");
        rows.add(List.copyOf(alignment));
    }

    /** Adds a row, with as many cells as there are titles. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** {@return the table, without a line end behind it} */
    @Override
    public String toString() {
        return String.join(
                "\n",
                rows.stream().map(row -> "| " + String.join(" | ", row) + " |").toList());
    }
}
