package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One issue in words, for a template.
 *
 * @param item the issue
 * @param words the language
 * @param now when the mail is composed
 */
record Problem(DigestItem item, Words words, Instant now) {
    /** What the kind is called, or for a kind of the host's own the issue's summary. */
    static String title(Issue issue, Words words) {
        String summary = Tidy.line(issue.summary());
        String own = summary.isEmpty() ? Tally.inWords(issue.kind()) : summary;
        return words.ofKind(issue.kind(), "title", own);
    }

    /**
     * All that a template can say of it.
     *
     * @param number its number in the mail
     * @param explained the number of the problem that explains this kind: its own, or a lower one
     */
    Map<String, Object> parts(int number, int explained) {
        List<Map<String, Object>> facts = facts();
        List<Map<String, Object>> links = links(item.issue().links(), words);
        List<String> detail = Tidy.lines(item.issue().detail());
        return Map.ofEntries(
                Map.entry("number", Integer.toString(number)),
                Map.entry("title", title(item.issue(), words)),
                Map.entry("severity", severity()),
                Map.entry("summary", summary()),
                Map.entry(
                        "meaning",
                        explained < number ? "" : words.ofKind(item.issue().kind(), "meaning", "")),
                Map.entry("when", when()),
                Map.entry("count", count()),
                Map.entry("notes", notes()),
                Map.entry("remedy", explained < number ? List.of(words.say("remedy.same", explained)) : remedy()),
                Map.entry("deadline", deadline()),
                Map.entry("hasDetail", !detail.isEmpty()),
                Map.entry("detail", detail),
                Map.entry("hasFacts", !facts.isEmpty()),
                Map.entry("facts", facts),
                Map.entry("hasLinks", !links.isEmpty()),
                Map.entry("links", links));
    }

    /** Links for a template, in words. */
    static List<Map<String, Object>> links(List<ReportLink> links, Words words) {
        return links.stream().map(link -> link(link, words)).toList();
    }

    private static Map<String, Object> link(ReportLink link, Words words) {
        String role = link.role() == null ? "" : words.say("link.role", Tidy.line(link.role()));
        String url = link.uri().toASCIIString();
        String label = Tidy.line(link.label());
        return Map.of("label", label.isEmpty() ? url : label, "url", url, "role", role);
    }

    private String severity() {
        return item.severity() == Severity.CRITICAL
                ? ""
                : words.say("severity." + item.severity().name().toLowerCase(Locale.ROOT));
    }

    private String summary() {
        String summary = Tidy.line(item.issue().summary());
        return summary.equals(title(item.issue(), words)) ? "" : summary;
    }

    private String when() {
        return item.firstSeen().equals(item.lastSeen())
                ? words.say("seen.once", words.moment(item.firstSeen()))
                : words.say("seen.span", words.moment(item.firstSeen()), words.moment(item.lastSeen()));
    }

    private String count() {
        if (item.newCount() >= item.count()) {
            return words.count("reported", item.count());
        }
        return words.say("reported.new", words.count("times", item.count()), words.count("times.new", item.newCount()));
    }

    /** Why it is in this mail: a mail that may have arrived has named it, or it is what the cap kept back. */
    private List<String> notes() {
        if (item.perhapsReported()) {
            return List.of(words.say("note.perhapsReported"));
        }
        return item.keptBack() ? List.of(words.say(item.news() ? "note.keptBack" : "note.goesOn")) : List.of();
    }

    private List<String> remedy() {
        List<String> own = Tidy.lines(item.issue().remedy());
        return own.isEmpty() ? List.of(words.ofKind(item.issue().kind(), "remedy", words.say("remedy.unknown"))) : own;
    }

    private String deadline() {
        Deadline deadline = item.issue().deadline();
        if (deadline == null) {
            return "";
        }
        String key = deadline.at().isAfter(now) ? "deadline.ahead" : "deadline.passed";
        return words.say(key, words.moment(deadline.at()), words.place(), Tidy.line(deadline.consequence()));
    }

    private List<Map<String, Object>> facts() {
        return item.issue().facts().entrySet().stream()
                .map(fact ->
                        Map.<String, Object>of("name", Tidy.line(fact.getKey()), "value", Tidy.line(fact.getValue())))
                .toList();
    }
}
