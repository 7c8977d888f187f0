package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A digest in words, for a template: {@link TemplateComposer} lists the names. Every value is a text, a list or a
 * boolean and none is missing, so that a name that a template misspells is found out.
 *
 * @param digest what is to be told
 * @param listed how many problems are listed at most; the others are counted
 * @param words the language
 */
record Letter(Digest digest, int listed, Words words) {
    private static final int RESOLVED_LISTED = 20;

    /** All that a template can say. */
    Map<String, Object> parts() {
        List<String> uncounted = more();
        List<String> counted = counted();
        List<String> resolved = resolved();
        List<Map<String, Object>> reports = Problem.links(digest.subscription().reports(), words);
        return Map.ofEntries(
                Map.entry("language", words.locale().toLanguageTag()),
                Map.entry("subject", SubjectLine.of(digest, words)),
                Map.entry("name", name()),
                Map.entry("headline", headline()),
                Map.entry("preheader", preheader()),
                Map.entry("previous", previous()),
                Map.entry("times", words.say("times.zone", words.place())),
                Map.entry("label", words.labels()),
                Map.entry("problems", problems()),
                Map.entry(
                        "more",
                        uncounted.isEmpty()
                                ? ""
                                : words.count("more", unlisted().size())),
                Map.entry("moreByKind", uncounted),
                Map.entry("counted", counted.isEmpty() ? "" : words.say("counted")),
                Map.entry("countedByKind", counted),
                Map.entry("hasResolved", !resolved.isEmpty()),
                Map.entry("resolved", resolved),
                Map.entry("hasReports", !reports.isEmpty()),
                Map.entry("reports", reports),
                Map.entry("next", words.say("next", name(), words.moment(digest.nextMailAt()), words.place())),
                Map.entry("why", words.say("why", name())),
                Map.entry("switchOff", words.say(settings().isEmpty() ? "switchOff.ask" : "switchOff.page")),
                Map.entry("settings", Problem.links(settings(), words)));
    }

    private String name() {
        return SubjectLine.name(digest);
    }

    private String headline() {
        int items = digest.items().size();
        if (Tally.of(digest.countedOnly()).isEmpty()) {
            return words.count("headline", items, name());
        }
        return items == 0 ? words.say("headline.counted", name()) : words.count("headline.over", items, name());
    }

    private String preheader() {
        return digest.items().stream()
                .map(item -> Tidy.line(item.issue().summary()))
                .findFirst()
                .filter(summary -> !summary.isEmpty())
                .orElseGet(this::headline);
    }

    private String previous() {
        Instant at = digest.lastMailAt();
        return at == null ? "" : words.say("previous", words.moment(at));
    }

    /** A kind is explained once, at the first of its problems that has no remedy of its own. */
    private List<Map<String, Object>> problems() {
        List<Map<String, Object>> problems = new ArrayList<>();
        Map<IssueKind, Integer> explained = new HashMap<>();
        for (DigestItem item :
                digest.items().subList(0, Math.min(listed, digest.items().size()))) {
            int number = problems.size() + 1;
            boolean general = item.issue().remedy().isBlank();
            int explainedAt = general ? explained.computeIfAbsent(item.issue().kind(), kind -> number) : number;
            problems.add(new Problem(item, words, digest.now()).parts(number, explainedAt));
        }
        return problems;
    }

    private List<DigestItem> unlisted() {
        return digest.items().stream().skip(listed).toList();
    }

    private List<String> more() {
        return Tally.ofItems(unlisted()).stream()
                .map(tally -> words.count("more.kind", tally.count(), title(tally)))
                .toList();
    }

    private List<String> counted() {
        return Tally.of(digest.countedOnly()).stream()
                .map(tally -> words.count("counted.kind", tally.count(), title(tally)))
                .toList();
    }

    private String title(Tally tally) {
        return words.ofKind(tally.kind(), "title", Tally.inWords(tally.kind()));
    }

    private List<String> resolved() {
        int over = digest.resolved().size() - RESOLVED_LISTED;
        List<String> lines = new ArrayList<>(digest.resolved().stream()
                .limit(RESOLVED_LISTED)
                .map(this::resolved)
                .toList());
        if (over > 0) {
            lines.add(words.count("resolved.more", over));
        }
        return lines;
    }

    private String resolved(DigestItem item) {
        String title = Problem.title(item.issue(), words);
        String summary = Tidy.line(item.issue().summary());
        String what = title.equals(summary) || summary.isEmpty() ? title : words.say("resolved.what", title, summary);
        Instant at = item.resolvedAt();
        return at == null ? what : words.say("resolved.at", what, words.moment(at));
    }

    private List<ReportLink> settings() {
        ReportLink settings = digest.subscription().settings();
        return settings == null ? List.of() : List.of(settings);
    }
}
