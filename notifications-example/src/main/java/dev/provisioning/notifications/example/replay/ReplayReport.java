package dev.provisioning.notifications.example.replay;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a replay day by day: what failed, and which mails came of it. */
final class ReplayReport {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH);

    private final PrintStream out;
    private final boolean reallySent;

    ReplayReport(PrintStream out, boolean reallySent) {
        this.out = out;
        this.reallySent = reallySent;
    }

    void print(List<Failure> failures, List<SentMail> mails) {
        Names names = new Names(failures);
        SortedSet<LocalDate> days = Stream.concat(
                        failures.stream().map(Failure::at), mails.stream().map(SentMail::at))
                .map(ReplayReport::day)
                .collect(Collectors.toCollection(TreeSet::new));
        for (LocalDate day : days) {
            printDay(day, names, on(day, failures, Failure::at), on(day, mails, SentMail::at));
        }
        out.println();
        out.println(count(failures.size(), "failure") + ", " + count(mails.size(), "mail")
                + (reallySent ? " sent" : " would have been sent"));
    }

    private void printDay(LocalDate day, Names names, List<Failure> failures, List<SentMail> mails) {
        out.println();
        out.println("── " + DATE.format(day) + " " + "─".repeat(40));
        failures.stream()
                .collect(Collectors.groupingBy(failure -> names.of(failure.app()), TreeMap::new, Collectors.counting()))
                .forEach((application, number) ->
                        out.println("  " + application + ": " + count(number.intValue(), "failure")));
        if (mails.isEmpty()) {
            out.println("  no mail");
        }
        mails.forEach(this::printMail);
    }

    private void printMail(SentMail mail) {
        out.println();
        out.println("  ✉ " + TIME.format(mail.at().atOffset(ZoneOffset.UTC)) + "  "
                + mail.notification().subject());
        mail.notification().text().lines().forEach(line -> out.println(("      " + line).stripTrailing()));
    }

    private static <T> List<T> on(LocalDate day, List<T> all, Function<T, Instant> time) {
        return all.stream().filter(one -> day(time.apply(one)).equals(day)).toList();
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
