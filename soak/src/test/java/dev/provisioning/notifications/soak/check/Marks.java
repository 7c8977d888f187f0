package dev.provisioning.notifications.soak.check;

import dev.provisioning.notifications.soak.check.Violation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When accepted mails were marked. The instant of a mark lies between two that the process has noted, right before it and
 * right after; two marks are taken to be as far from each other as these allow.
 */
final class Marks {
    /** Journals and stores may cut off what is smaller. */
    private static final Duration TOLERANCE = Duration.ofMillis(1);

    private final Map<String, Mark> marks = new HashMap<>();
    private final Duration window;

    Marks(List<ReadJournal> journals, Duration window) {
        this.window = window.minus(TOLERANCE);
        journals.forEach(this::gather);
    }

    private record Mark(Instant notBefore, Instant notAfter) {}

    List<Violation> violations(List<ReadMail> mails) {
        List<Violation> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, List<ReadMail>> byApp = new HashMap<>();
        for (ReadMail mail : mails) {
            if (!ids.add(mail.id())) {
                found.add(new Violation(Kind.SAME_SLOT, "slot " + mail.slot() + " of " + mail.app()));
            } else if (!marks.containsKey(mail.id())) {
                found.add(new Violation(Kind.UNMARKED, "slot " + mail.slot() + " of " + mail.app()));
            } else {
                List<ReadMail> others = byApp.computeIfAbsent(mail.app(), app -> new ArrayList<>());
                others.forEach(other -> compare(other, mail, found));
                others.add(mail);
            }
        }
        return found;
    }

    /** What is left of issues that were not named, when each mail accounts for as many reported before it as it counts. */
    List<Missing> uncounted(List<Missing> unnamed, List<ReadMail> mails) {
        List<Missing> left = new ArrayList<>(unnamed);
        mails.stream()
                .filter(mail -> mail.more() > 0 && marks.containsKey(mail.id()))
                .sorted(Comparator.comparing(mail -> mark(mail).notAfter))
                .forEach(mail -> left.removeAll(left.stream()
                        .filter(issue -> issue.app().equals(mail.app()))
                        .filter(issue -> issue.lastReported().isBefore(mark(mail).notAfter))
                        .limit(mail.more())
                        .toList()));
        return left;
    }

    private void gather(ReadJournal journal) {
        Map<String, Instant> begun = new HashMap<>();
        for (Line line : journal.lines()) {
            if (line.is("passing")) {
                begun.put(line.word(1), line.at());
            } else if (line.is("passed")) {
                Instant since = begun.getOrDefault(line.word(1), line.at());
                marks.put(line.word(1), new Mark(since, line.at()));
            }
        }
    }

    private void compare(ReadMail one, ReadMail other, List<Violation> found) {
        Duration most = Duration.between(mark(one).notBefore, mark(other).notAfter);
        Duration mostBackwards = Duration.between(mark(other).notBefore, mark(one).notAfter);
        if (most.compareTo(window) < 0 && mostBackwards.compareTo(window) < 0) {
            found.add(new Violation(
                    Kind.SAME_WINDOW,
                    "slots " + one.slot() + " and " + other.slot() + " of " + one.app() + ", at most " + most
                            + " apart"));
        }
    }

    private Mark mark(ReadMail mail) {
        Mark mark = marks.get(mail.id());
        if (mark == null) {
            throw new IllegalStateException("no mark of " + mail.id());
        }
        return mark;
    }
}
