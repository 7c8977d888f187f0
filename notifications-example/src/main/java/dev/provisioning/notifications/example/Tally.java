package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

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

    String shown() {
        StringBuilder table = new StringBuilder("%-14s".formatted("issues / mails"));
        IntStream.rangeClosed(1, days.size()).forEach(day -> table.append("%12s".formatted("day " + day)));
        table.append("%14s%n".formatted("all days"));
        for (Row row : rows) {
            table.append("%-14s".formatted(row.application()));
            for (int day = 0; day < days.size(); day++) {
                table.append(cell(12, row.issues().get(day), row.mails().get(day)));
            }
            table.append(cell(14, sum(row.issues()), sum(row.mails()))).append(System.lineSeparator());
        }
        return table.toString();
    }

    private static String cell(int width, int issues, int mails) {
        String text = issues == 0 && mails == 0 ? "-" : "%3d / %d".formatted(issues, mails);
        return text.indent(width - text.length()).stripTrailing();
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
