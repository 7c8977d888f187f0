package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.check.ReadJournal;
import dev.provisioning.notifications.soak.check.Violation;
import dev.provisioning.notifications.soak.load.LeakJudge.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a run has seen and used, as a page. */
final class LoadReport {
    private static final long KIBI = 1024;

    private final StringBuilder page = new StringBuilder();

    LoadReport(Load load, long seed) {
        line("# %d seconds of %d nodes at %d times real load", load.time().toSeconds(), Load.NODES, load.speed());
        line("%n%d applications, seed %d", load.applications(), seed);
    }

    /** What was done, by all processes together. */
    void tellWork(Load load, List<ReadJournal> journals, int mails) {
        double seconds = load.time().toMillis() / 1000.0;
        long reports = count(journals, "answered");
        line("%n## Work%n%n| | in all | a second |%n|---|---|---|");
        rate("cycles", count(journals, "looked"), seconds);
        rate("reports", reports, seconds);
        for (String answer : List.of("HELD", "MERGED", "BUFFERED", "IGNORED", "REFUSED")) {
            rate("answered " + answer, count(journals, "answered", answer), seconds);
        }
        rate("mails accepted", mails, seconds);
        rate("recorded as accepted", count(journals, "accepted"), seconds);
        rate("recorded as in doubt", count(journals, "in-doubt"), seconds);
        rate("failures of the store", count(journals, "store-failed"), seconds);
        line("%n%d processes", journals.size());
    }

    /** Which promises were kept, and which were not. */
    void tellPromises(List<Violation> found) {
        line("%n## Promises%n%n| broken | times |%n|---|---|");
        for (Violation.Kind kind : Violation.Kind.values()) {
            long times = found.stream().filter(one -> one.kind() == kind).count();
            line("| %s | %d |", kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), times);
        }
        found.stream().limit(20).forEach(one -> line("%n- %s", one));
    }

    void tellFaults(Map<String, Integer> faults) {
        int all = faults.values().stream().mapToInt(Integer::intValue).sum();
        line("%n## Faults%n%n| what | times |%n|---|---|");
        faults.forEach((what, times) -> line("| %s | %d |", what, times));
        line("| in all | %d |", all);
    }

    /** What one process has used, and what is thought of that. */
    void tellResources(String process, List<Finding> findings) {
        line("%n## What %s has used%n", process);
        line(
                "| resource | samples | median at first | at last | floor at first | at last | allowed rise | slope an hour |"
                        + " verdict |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (Finding finding : findings) {
            Growth growth = finding.growth();
            line(
                    "| %s | %d | %s | %s | %s | %s | %s | %s | %s |",
                    finding.resource().word(),
                    growth.samples(),
                    number(growth.first().median()),
                    number(growth.last().median()),
                    number(growth.first().floor()),
                    number(growth.last().floor()),
                    number(finding.tolerance()),
                    number(growth.perHour()),
                    finding.verdict().name().toLowerCase(Locale.ROOT));
        }
    }

    /** What else there are samples of, which nobody judges. */
    void tellValues(String title, List<Sample> samples, Predicate<String> which) {
        line("%n## %s%n%n| | median at first | at last | slope an hour |%n|---|---|---|---|", title);
        TreeSet<String> names = new TreeSet<>();
        samples.forEach(sample -> names.addAll(sample.values().keySet()));
        names.stream().filter(which).forEach(name -> {
            Growth growth = Growth.of(name, samples);
            line(
                    "| %s | %s | %s | %s |",
                    name, number(growth.first().median()), number(growth.last().median()), number(growth.perHour()));
        });
    }

    void write(Path file) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rate(String what, long count, double seconds) {
        line("| %s | %d | %.2f |", what, count, count / seconds);
    }

    /** Small numbers as they are, large ones in kibibytes. */
    private static String number(double value) {
        return Math.abs(value) < 10 * KIBI
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%,.0f KiB", value / KIBI);
    }

    private static long count(List<ReadJournal> journals, String what, String... lastWords) {
        return journals.stream()
                .mapToLong(journal -> journal.count(what, lastWords))
                .sum();
    }

    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
