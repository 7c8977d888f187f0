package dev.provisioning.notifications.benchmarks.smtp.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Markdown table: words on the left, figures on the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> titles) {
        rows.add(List.copyOf(titles));
        List<String> alignment = new ArrayList<>(Collections.nCopies(titles.size(), "---:"));
        alignment.set(0, "---");
        rows.add(List.copyOf(alignment));
    }

    void row(List<String> cells) {
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
