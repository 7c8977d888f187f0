package dev.provisioning.notifications.soak.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says which promises were broken, once all that was held has been sent.
 *
 * @param window the least time between the marks of two mails about an application
 * @param ticks for how many of its ticks, without a failure of the store, a process must have lived on after it has answered
 *     from memory alone: from then on that counts as acknowledged
 */
public record Checker(Duration window, int ticks) {
    /** Compares what all processes have written down with all mails that the server has accepted, in its order. */
    public List<Violation> check(List<ReadJournal> journals, List<ReadMail> mails) {
        Marks marks = new Marks(journals, window);
        List<Missing> unnamed = new Acknowledged(journals, ticks).missing(mails);
        List<Violation> found = new ArrayList<>(marks.violations(mails));
        marks.uncounted(unnamed, mails).forEach(missing -> found.add(missing.lost()));
        found.addAll(repeated(journals, mails));
        found.addAll(journals.stream().flatMap(SwitchedOff::violations).toList());
        return List.copyOf(found);
    }

    /** Of an application that is switched off, what was told is forgotten, and may be told anew; so is a resolved issue. */
    private static List<Violation> repeated(List<ReadJournal> journals, List<ReadMail> mails) {
        Set<String> switched = journals.stream()
                .flatMap(journal -> journal.all("switching-off"))
                .map(line -> line.word(0))
                .collect(Collectors.toSet());
        List<Violation> found = new ArrayList<>();
        Repeats repeats = new Repeats(journals.stream()
                .flatMap(journal -> journal.all("resolving"))
                .map(line -> line.word(0) + " " + line.word(1))
                .collect(Collectors.toSet()));
        mails.stream()
                .filter(mail -> !switched.contains(mail.app()))
                .sorted(Comparator.comparing(ReadMail::slot))
                .forEach(mail -> repeats.add(mail, found::add));
        return found;
    }
}
