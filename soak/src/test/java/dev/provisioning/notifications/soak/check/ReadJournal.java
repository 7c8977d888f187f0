package dev.provisioning.notifications.soak.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one process has written down, in its order.
 *
 * @param lines its lines; one that was not finished is none
 */
public record ReadJournal(List<Line> lines) {
    /** Reads the journal of a process. */
    public static ReadJournal of(Path file) {
        try {
            return of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a text for a journal. */
    public static ReadJournal of(String text) {
        String finished = text.substring(0, text.lastIndexOf('\n') + 1);
        return new ReadJournal(finished.lines().map(Line::parse).toList());
    }

    Stream<Line> all(String what) {
        return lines.stream().filter(line -> line.is(what));
    }

    /** {@return how often the process did something} */
    public long count(String what, String... lastWords) {
        return all(what)
                .filter(line -> lastWords.length == 0
                        || List.of(lastWords).contains(line.word(line.words().size() - 1)))
                .count();
    }

    /** {@return the words behind each time that the process did something} */
    public List<List<String>> each(String what) {
        return all(what).map(Line::words).toList();
    }

    /** {@return what the process said beside, the first time that it did something; empty if it never did} */
    public String words(String what) {
        return all(what).findFirst().map(line -> String.join(" ", line.words())).orElse("");
    }
}
