package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells what happens, as it happens: prints it, and keeps it for the page. A failing application is told of when it
 * begins to fail, when something new comes to it, and when it works again; in between there is a strip of its cycles.
 */
final class Timeline {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

    private final PrintStream out;
    private final Clock clock;
    private final ZoneId zone;
    private final Subscriptions subscriptions;
    private final List<Line> lines = new ArrayList<>();
    private final Map<AppId, Set<IssueKind>> failing = new HashMap<>();
    private final Map<AppId, Instant> waiting = new HashMap<>();
    private Strips strips = new Strips();

    /**
     * Something that was told.
     *
     * @param kind what sort of line it is: {@code day}, {@code story}, {@code good}, {@code bad}, {@code kill}, {@code mail}
     *     or {@code strip}
     * @param time when it happened, for people to read
     * @param text what happened
     */
    record Line(String kind, String time, String text) {
        boolean hasTime() {
            return !time.isEmpty();
        }
    }

    Timeline(PrintStream out, Clock clock, ZoneId zone, Subscriptions subscriptions) {
        this.out = out;
        this.clock = clock;
        this.zone = zone;
        this.subscriptions = subscriptions;
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    synchronized void beginDay(int number, LocalDate date) {
        strips = new Strips();
        out.println();
        String title = "Day " + number + " · " + DATE.format(date);
        out.println("── " + title + " " + "─".repeat(Math.max(0, 76 - title.length())));
        lines.add(new Line("day", "", title));
    }

    synchronized void endDay() {
        out.println();
        for (String strip : strips.shown()) {
            out.println("         " + strip);
            lines.add(new Line("strip", "", strip));
        }
    }

    /** Tells what people do. */
    synchronized void say(String text) {
        add("story", "▶", text);
    }

    /** Tells of a cycle, if it is the first to fail, the first that works again, or changes something. */
    synchronized void cycle(CycleReport cycle) {
        strips.cycle(name(cycle.app()), cycle.completed());
        Set<IssueKind> known = failing.computeIfAbsent(cycle.app(), app -> new HashSet<>());
        for (CycleReport.Report report : cycle.reports()) {
            if (known.add(report.kind())) {
                String answer = report.answer().name().toLowerCase(Locale.ROOT);
                add("bad", "✗", name(cycle.app()) + ": " + report.summary() + " (" + answer + ")");
            }
        }
        Changes changes = cycle.changes();
        if (changes != null) {
            if (!known.isEmpty()) {
                add("good", "✓", name(cycle.app()) + " works again: " + changes);
            } else if (changes.any()) {
                add("good", "✓", name(cycle.app()) + ": " + changes);
            }
            known.clear();
        }
    }

    /** Tells of a mail that the mail server accepts. */
    synchronized void mail(AppId app, CaughtMail mail) {
        strips.mail(name(app));
        Instant since = waiting.remove(app);
        String late = since == null ? "" : ", which had to wait since " + time(since);
        add("mail", "✉", String.join(", ", mail.recipients()) + ": “" + mail.subject() + "”" + late);
    }

    /** Tells that the process of the engine was killed. */
    synchronized void killed(int exitCode) {
        add(
                "kill",
                "☠",
                "kill -9: the engine's process is gone, with all it had in memory (exit code " + exitCode + ")");
    }

    /** Tells what another process has found, if it is anything. */
    synchronized void found(Finding finding) {
        Instant last = finding.lastMail();
        Instant next = finding.nextMail();
        if (finding.held() > 0 || last != null) {
            add(
                    "good",
                    "✓",
                    name(finding.app()) + ": " + finding.held() + " issues held; last mail "
                            + (last == null ? "none" : weekday(last)) + ", next mail "
                            + (next == null ? "none" : weekday(next)));
        }
    }

    synchronized void mailServerLost(Instant triedAgain) {
        add("bad", "✗", "The mail server cannot be reached; it is tried again, first at " + time(triedAgain));
    }

    synchronized void mailServerBack() {
        add("good", "✓", "The mail server takes mails again");
    }

    /** Tells that the mail about an application was not accepted yet, the first time. */
    synchronized void mailWaits(AppId app) {
        if (waiting.putIfAbsent(app, clock.instant()) == null) {
            add("bad", "✗", "The mail about " + name(app) + " has to wait");
        }
    }

    private void add(String kind, String mark, String text) {
        String time = time(clock.instant());
        out.println("  " + time + "  " + mark + "  " + text);
        lines.add(new Line(kind, time, text));
    }

    private String name(AppId app) {
        return subscriptions.subscription(app).displayName();
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    private String weekday(Instant instant) {
        return WEEKDAY.format(instant.atZone(zone));
    }
}
