package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many issues were reported and how many mails were sent, for every application and day.
 *
 * @param days the days, in order
 * @param rows the applications
 */
record Tally(List<LocalDate> days, List<Row> rows) {
    /**
     * The numbers of one application.
     *
     * @param application what it is called
     * @param issues how many issues were reported, on each day
     * @param mails how many mails were accepted, on each day
     */
    record Row(String application, List<Integer> issues, List<Integer> mails) {
        Row {
            issues = List.copyOf(issues);
            mails = List.copyOf(mails);
        }

        /** {@return issues and mails of each day, and of all} */
        List<String> cells() {
            Stream<String> daily =
                    IntStream.range(0, issues.size()).mapToObj(day -> cell(issues.get(day), mails.get(day)));
            return Stream.concat(daily, Stream.of(cell(sum(issues), sum(mails))))
                    .toList();
        }

        private static String cell(int issues, int mails) {
            return issues == 0 && mails == 0 ? "-" : issues + " / " + mails;
        }
    }

    Tally {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    static Tally of(
            Subscriptions subscriptions, List<LocalDate> days, List<CycleReport> cycles, List<CaughtMail> mails) {
        return new Tally(
                days,
                subscriptions.applications().stream()
                        .map(app -> row(app, subscriptions, days, cycles, mails))
                        .toList());
    }

    /** {@return the table as text} */
    String shown() {
        StringBuilder table = new StringBuilder(line("issues / mails", columns()));
        rows.forEach(row -> table.append(line(row.application(), row.cells())));
        return table.toString();
    }

    /** {@return the headings: a column for each day, and one for all} */
    List<String> columns() {
        Stream<String> numbered = IntStream.rangeClosed(1, days.size()).mapToObj(day -> "day " + day);
        return Stream.concat(numbered, Stream.of("all days")).toList();
    }

    private static String line(String heading, List<String> cells) {
        StringBuilder line = new StringBuilder("%-14s".formatted(heading));
        cells.forEach(cell -> line.append("%12s".formatted(cell)));
        return line.append(System.lineSeparator()).toString();
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static Row row(
            AppId app,
            Subscriptions subscriptions,
            List<LocalDate> days,
            List<CycleReport> cycles,
            List<CaughtMail> mails) {
        ZoneId zone = subscriptions.subscription(app).zone();
        List<CycleReport> own =
                cycles.stream().filter(cycle -> cycle.app().equals(app)).toList();
        List<CaughtMail> about =
                mails.stream().filter(mail -> mail.isAbout(app, subscriptions)).toList();
        return new Row(
                subscriptions.subscription(app).displayName(),
                days.stream()
                        .map(day -> own.stream()
                                .filter(cycle -> isOn(day, cycle.at(), zone))
                                .mapToInt(cycle -> cycle.reports().size())
                                .sum())
                        .toList(),
                days.stream()
                        .map(day -> (int) about.stream()
                                .filter(mail -> isOn(day, mail.at(), zone))
                                .count())
                        .toList());
    }

    private static boolean isOn(LocalDate day, Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().equals(day);
    }
}
