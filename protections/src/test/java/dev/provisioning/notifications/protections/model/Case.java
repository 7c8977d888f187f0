package dev.provisioning.notifications.protections.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One search: what is taken out of the model, how often things may happen in it, and what is to be found.
 *
 * @param name of a hole, the protection that is taken out
 * @param kind whether something is to be found at all
 * @param expected a part of what Spin says, or {@link Verdict#NOTHING}
 * @param settings what the model is preprocessed with, beside the name of a hole
 * @param shows what it is good for
 */
record Case(String name, Kind kind, String expected, List<String> settings, String shows) {
    /** Whether something is to be found. */
    enum Kind {
        /** A protection is taken out, and the shortest way to what goes wrong is looked for. */
        HOLE,
        /** All are in, and nothing goes wrong, wherever one looks. */
        PROOF
    }

    private static final int COLUMNS = 5;

    /** All cases, in their order. */
    static List<Case> all() {
        return rows().skip(1).map(Case::of).toList();
    }

    boolean isHole() {
        return kind == Kind.HOLE;
    }

    /** What is defined: settings, and the hole itself. */
    Stream<String> defined() {
        Stream<String> own = isHole() ? Stream.of(name) : Stream.empty();
        return Stream.concat(own, settings.stream()).distinct();
    }

    private static Stream<String> rows() {
        Path table = Source.DIRECTORY.resolve("cases.csv");
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(String row) {
        String[] cells = row.split(",", COLUMNS);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("cases.csv has a row of " + cells.length + " cells: " + row);
        }
        Kind kind = Kind.valueOf(cells[1].toUpperCase(Locale.ROOT));
        List<String> settings = cells[3].isEmpty() ? List.of() : List.of(cells[3].split(" ", -1));
        return new Case(cells[0], kind, cells[2], settings, cells[4]);
    }
}
