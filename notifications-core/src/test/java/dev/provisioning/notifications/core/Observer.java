package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Resolution;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the promises' books from outside: what was acknowledged and not yet told is owed. It shares no code with the
 * library, and gives the library the benefit of the doubt only where the promise itself does.
 */
final class Observer {
    /**
     * An acknowledged report that no mail has told.
     *
     * @param at when in the order of all things it was acknowledged
     * @param node who acknowledged it
     * @param durable whether it has to survive the death of that node
     */
    private record Owed(long at, int node, boolean durable) {}

    /** What each issue is called, in the words of the test's composer, and in those of the built-in text that may take its place. */
    private static final Pattern NAMED = Pattern.compile("\\bProblem (\\w+)");

    private final List<String> broken = new ArrayList<>();
    private final Map<String, List<Owed>> owed = new HashMap<>();
    private final Set<LocalDate> daysWithMail = new HashSet<>();
    private final Set<String> everReported = new HashSet<>();
    private long order;
    private long cycleBegan;

    long now() {
        return ++order;
    }

    List<String> broken() {
        return broken;
    }

    void reported(int node, String key, Disposition answer, boolean on) {
        everReported.add(key);
        if (answer == Disposition.REFUSED || (answer == Disposition.IGNORED && on)) {
            broken.add(key + " was answered " + answer);
        }
        boolean durable = answer == Disposition.HELD;
        if (on && answer != Disposition.IGNORED) {
            owed.computeIfAbsent(key, k -> new ArrayList<>()).add(new Owed(now(), node, durable));
        }
    }

    void resolved(String key, Resolution resolution) {
        if (resolution != Resolution.REFUSED) {
            owed.remove(key);
        }
    }

    void cycleBegan() {
        cycleBegan = now();
    }

    /** What the cycle has not seen is over, unless it was reported since the cycle began. */
    void cycleCompleted(Set<String> seen) {
        owed.forEach((key, reports) -> reports.removeIf(report -> !seen.contains(key) && report.at() < cycleBegan));
    }

    /** A node has had the time to write what its memory held, and a store that took it. */
    void countersWereFlushed(int node) {
        owed.replaceAll((key, reports) -> new ArrayList<>(reports.stream()
                .map(report -> report.node() == node ? new Owed(report.at(), node, true) : report)
                .toList()));
    }

    void killed(int node) {
        owed.values().forEach(reports -> reports.removeIf(report -> report.node() == node && !report.durable()));
    }

    void switchedOff() {
        owed.clear();
    }

    void left(boolean on) {
        if (!on) {
            broken.add("a mail left though notifications were switched off");
        }
    }

    /** A day is told by the instant of the point of no return. */
    void received(Notification mail, long composed, Instant marked) {
        LocalDate day = LocalDate.ofInstant(marked, ZoneOffset.UTC);
        if (!daysWithMail.add(day)) {
            broken.add("a second mail on " + day);
        }
        Matcher named = NAMED.matcher(mail.text());
        while (named.find()) {
            String key = named.group(1);
            if (!everReported.contains(key)) {
                broken.add("a mail names " + key + ", which nobody reported");
            }
            owed.computeIfAbsent(key, none -> new ArrayList<>()).removeIf(report -> report.at() < composed);
        }
    }

    void calm() {
        owed.forEach((key, reports) -> {
            if (!reports.isEmpty()) {
                broken.add("never told: " + key + " " + reports);
            }
        });
    }
}
