package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.check.ReadJournal;
import dev.provisioning.notifications.soak.check.ReadMail;
import dev.provisioning.notifications.soak.check.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run has seen, as a line of a table.
 *
 * @param run its name
 * @param processes how many were started
 * @param acknowledged how many reports were answered HELD or MERGED
 * @param mails how many were accepted
 * @param inDoubt how many were recorded as in doubt
 * @param lost how many issues were lost
 * @param duplicates how many mails were one too many
 * @param others how many other promises were broken
 */
record Summary(
        String run,
        int processes,
        long acknowledged,
        int mails,
        long inDoubt,
        long lost,
        long duplicates,
        long others) {
    private static final String HEAD = """
            | run | processes | reports acknowledged | mails accepted | in doubt | lost | duplicate | other |
            |---|---|---|---|---|---|---|---|
            """;

    private static boolean begun;

    static Summary of(String run, List<ReadJournal> journals, List<ReadMail> mails, List<Violation> found) {
        long lost =
                found.stream().filter(it -> it.kind() == Violation.Kind.LOST).count();
        long duplicates = found.stream().filter(Violation::isDuplicate).count();
        return new Summary(
                run,
                journals.size(),
                journals.stream()
                        .mapToLong(journal -> journal.count("answered", "HELD", "MERGED"))
                        .sum(),
                mails.size(),
                journals.stream()
                        .mapToLong(journal -> journal.count("in-doubt"))
                        .sum(),
                lost,
                duplicates,
                found.size() - lost - duplicates);
    }

    /** Adds it to a table, which the first run of a build begins. */
    void write(Path table) {
        synchronized (Summary.class) {
            try {
                if (!begun) {
                    Files.writeString(table, HEAD);
                    begun = true;
                }
                Files.writeString(table, line() + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String line() {
        return List.<Object>of(run, processes, acknowledged, mails, inDoubt, lost, duplicates, others).stream()
                .map(Object::toString)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
