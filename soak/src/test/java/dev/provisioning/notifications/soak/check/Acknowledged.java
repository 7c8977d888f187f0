package dev.provisioning.notifications.soak.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many reports of each issue were acknowledged, be it by the library's answers or by what its store has confirmed to keep;
 * without what was resolved or dropped by switching off.
 */
final class Acknowledged {
    private final int ticks;
    private final Map<String, Instant> lastOff = new HashMap<>();
    private final Set<String> resolved = new HashSet<>();
    private final Map<String, Long> reports = new HashMap<>();
    private final Map<String, Long> stored = new HashMap<>();
    private final Map<String, Instant> lastBegun = new HashMap<>();

    Acknowledged(List<ReadJournal> journals, int ticks) {
        this.ticks = ticks;
        journals.forEach(this::gatherEnds);
        journals.forEach(this::gatherReports);
    }

    /** Issues of which no mail has told as many reports as were acknowledged. */
    List<Missing> missing(List<ReadMail> mails) {
        Map<String, Long> told = new HashMap<>();
        for (ReadMail mail : mails) {
            mail.issues().forEach(issue -> told.merge(mail.app() + " " + issue.key(), issue.count(), Math::max));
        }
        Map<String, Long> acknowledged = new TreeMap<>(stored);
        reports.forEach((issue, times) -> acknowledged.merge(issue, times, Math::max));
        return acknowledged.entrySet().stream()
                .filter(issue -> !resolved.contains(issue.getKey()))
                .filter(issue -> told.getOrDefault(issue.getKey(), 0L) < issue.getValue())
                .map(issue -> new Missing(
                        issue.getKey(),
                        lastBegun.getOrDefault(issue.getKey(), Instant.MAX),
                        issue.getValue(),
                        told.getOrDefault(issue.getKey(), 0L)))
                .toList();
    }

    private void gatherEnds(ReadJournal journal) {
        journal.all("resolving").forEach(line -> resolved.add(issue(line)));
        journal.all("switching-off")
                .forEach(line -> lastOff.merge(line.word(0), line.at(), (a, b) -> a.isAfter(b) ? a : b));
    }

    private void gatherReports(ReadJournal journal) {
        Settling settling = new Settling(ticks);
        Map<String, Instant> begun = new HashMap<>();
        for (Line line : journal.lines()) {
            if (line.is("reporting")) {
                begun.put(issue(line), line.at());
                lastBegun.put(issue(line), line.at());
            } else if (line.is("answered")) {
                String issue = issue(line);
                if (isAfterOff(line.word(0), begun.getOrDefault(issue, line.at()))) {
                    answered(issue, line.word(2), settling);
                }
            } else if (line.is("stored") && isAfterOff(line.word(0), begun.getOrDefault(issue(line), Instant.MIN))) {
                stored.merge(issue(line), Long.parseLong(line.word(2)), Math::max);
            }
            settling.next(line).forEach(issue -> reports.merge(issue, 1L, Long::sum));
        }
    }

    private boolean isAfterOff(String app, Instant begun) {
        return begun.isAfter(lastOff.getOrDefault(app, Instant.MIN));
    }

    private void answered(String issue, String answer, Settling settling) {
        switch (answer) {
            case "HELD" -> reports.merge(issue, 1L, Long::sum);
            case "MERGED", "BUFFERED" -> settling.add(issue);
            case "IGNORED", "REFUSED" -> {}
            default -> throw new IllegalArgumentException("no such answer: " + answer);
        }
    }

    private static String issue(Line line) {
        return line.word(0) + " " + line.word(1);
    }
}
