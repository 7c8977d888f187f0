package dev.provisioning.notifications.soak.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many reports of each issue were acknowledged, and are neither resolved nor dropped by switching off. */
final class Acknowledged {
    private final int ticks;
    private final Map<String, Instant> lastOff = new HashMap<>();
    private final Set<String> resolved = new HashSet<>();
    private final Map<String, Integer> reports = new HashMap<>();

    Acknowledged(List<ReadJournal> journals, int ticks) {
        this.ticks = ticks;
        journals.forEach(this::gatherEnds);
        journals.forEach(this::gatherReports);
    }

    /** Issues of which mails have told fewer reports than were acknowledged; as many as mails have counted are not lost. */
    List<Violation> lost(List<ReadMail> mails) {
        Map<String, Long> told = new HashMap<>();
        Map<String, Long> counted = new HashMap<>();
        for (ReadMail mail : mails) {
            mail.issues().forEach(issue -> told.merge(mail.app() + " " + issue.key(), issue.count(), Math::max));
            counted.merge(mail.app(), mail.more(), Long::sum);
        }
        return reports.keySet().stream()
                .filter(issue -> !resolved.contains(issue))
                .filter(issue -> told.getOrDefault(issue, 0L) < reports.getOrDefault(issue, 0))
                .filter(issue -> told.containsKey(issue) || counted.merge(app(issue), -1L, Long::sum) < 0)
                .map(issue -> new Violation(
                        Violation.Kind.LOST,
                        issue + ": " + reports.get(issue) + " reports acknowledged, " + told.getOrDefault(issue, 0L)
                                + " told"))
                .toList();
    }

    private static String app(String issue) {
        return issue.substring(0, issue.indexOf(' '));
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
            } else if (line.is("answered")) {
                String issue = issue(line);
                Instant off = lastOff.getOrDefault(line.word(0), Instant.MIN);
                if (begun.getOrDefault(issue, line.at()).isAfter(off)) {
                    answered(issue, line.word(2), settling);
                }
            }
            settling.next(line).forEach(issue -> reports.merge(issue, 1, Integer::sum));
        }
    }

    private void answered(String issue, String answer, Settling settling) {
        switch (answer) {
            case "HELD" -> reports.merge(issue, 1, Integer::sum);
            case "MERGED", "BUFFERED" -> settling.add(issue);
            case "IGNORED", "REFUSED" -> {}
            default -> throw new IllegalArgumentException("no such answer: " + answer);
        }
    }

    private static String issue(Line line) {
        return line.word(0) + " " + line.word(1);
    }
}
