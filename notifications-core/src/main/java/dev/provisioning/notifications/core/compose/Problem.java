package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One issue in words, for a template.
 *
 * @param item the issue
 * @param digest the mail it is in
 * @param words the language
 */
record Problem(DigestItem item, Digest digest, Words words) {
    private static final int WIDEST_NAME = 24;

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
        boolean same = explained < number;
        List<Map<String, Object>> facts = facts();
        List<Map<String, Object>> links = links(item.issue().links(), words);
        List<String> detail = Tidy.lines(item.issue().detail());
        return Map.ofEntries(
                Map.entry("number", words.number(number)),
                Map.entry("title", title(item.issue(), words)),
                Map.entry("severity", severity()),
                Map.entry("urgent", item.severity() == Severity.URGENT),
                Map.entry("state", state()),
                Map.entry(
                        "marks",
                        words.list(Stream.of(severity(), state())
                                .filter(mark -> !mark.isEmpty())
                                .toList())),
                Map.entry("summary", summary()),
                Map.entry("meaning", same ? "" : words.ofKind(item.issue().kind(), "meaning", "")),
                Map.entry("when", when()),
                Map.entry("count", count()),
                Map.entry("note", note()),
                Map.entry("sameRemedy", same ? words.say("remedy.same", "number", words.number(explained)) : ""),
                Map.entry("hasRemedy", !same),
                Map.entry("remedy", same ? List.of() : remedy()),
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
        String role = link.role() == null ? "" : words.say("link.role", "role", Tidy.line(link.role()));
        String url = link.uri().toASCIIString();
        String label = Tidy.line(link.label());
        return Map.of("label", label.isEmpty() ? url : label, "url", url, "role", role);
    }

    private String severity() {
        return item.severity() == Severity.CRITICAL
                ? ""
                : words.say("severity." + item.severity().name().toLowerCase(Locale.ROOT));
    }

    /** In the first mail all is new, so that it need not be said. */
    private String state() {
        if (digest.lastMailAt() == null) {
            return "";
        }
        return words.say("state." + State.of(item).name().toLowerCase(Locale.ROOT));
    }

    private String summary() {
        String summary = Tidy.line(item.issue().summary());
        return summary.equals(title(item.issue(), words)) ? "" : summary;
    }

    private String when() {
        return item.firstSeen().equals(item.lastSeen())
                ? words.say("seen.once", "at", words.moment(item.firstSeen()))
                : words.say(
                        "seen.span", "first", words.moment(item.firstSeen()), "last", words.moment(item.lastSeen()));
    }

    private String count() {
        if (item.newCount() >= item.count()) {
            return words.count("reported", item.count());
        }
        return words.say(
                "reported.new",
                "times",
                words.count("times", item.count()),
                "new",
                words.count("times.new", item.newCount()));
    }

    /** Why it is in this mail, if that needs saying: a mail may have named it, or the cap has kept it back. */
    private String note() {
        return switch (State.of(item)) {
            case UNCERTAIN -> words.say("note.uncertain");
            case CONTINUING -> words.say("note.continuing");
            case NEW -> item.keptBack() ? words.say("note.keptBack") : "";
        };
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
        return words.say(
                deadline.at().isAfter(digest.now()) ? "deadline.ahead" : "deadline.passed",
                "at",
                words.zonedMoment(deadline.at()),
                "consequence",
                Tidy.line(deadline.consequence()));
    }

    /** With each name once more as text that is as long as the longest, so that the values stand under each other. */
    private List<Map<String, Object>> facts() {
        Map<String, String> facts = item.issue().facts();
        int widest = facts.keySet().stream()
                .mapToInt(name -> Columns.of(Tidy.line(name)))
                .filter(width -> width <= WIDEST_NAME)
                .max()
                .orElse(0);
        return facts.entrySet().stream()
                .map(fact -> fact(Tidy.line(fact.getKey()), Tidy.line(fact.getValue()), widest))
                .toList();
    }

    private Map<String, Object> fact(String name, String value, int widest) {
        String aligned = words.say("colon", "name", name) + " ".repeat(Math.max(0, widest - Columns.of(name)) + 2);
        return Map.of("name", name, "aligned", aligned, "value", value);
    }
}
