package dev.provisioning.notifications.protections.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of what was found: printed row by row, and kept as a file. */
final class Results {
    private static final String HEAD = """
            | case | expected | verdict | states | seconds |
            |---|---|---|--:|--:|
            """;

    private final List<String> rows = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();

    void add(Case which, Verdict verdict) {
        if (!verdict.isExpectedBy(which)) {
            unexpected.add(which.name());
        }
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | %,d | %.1f |",
                which.name(),
                which.expected(),
                verdict.isExpectedBy(which) ? "as expected" : "UNEXPECTED: " + verdict.found(),
                verdict.states(),
                verdict.seconds()));
    }

    String latest() {
        return rows.get(rows.size() - 1);
    }

    /** The cases in which something else was found. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, HEAD + String.join("\n", rows) + "\n");
    }
}
