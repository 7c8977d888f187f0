package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
        List<Map<String, Object>> resolved = resolved();
        List<Map<String, Object>> reports = Problem.links(digest.subscription().reports(), words);
        boolean rightToLeft = words.language().rightToLeft();
        return Map.ofEntries(
                Map.entry("language", words.language().locale().toLanguageTag()),
                Map.entry("direction", rightToLeft ? "rtl" : "ltr"),
                Map.entry("start", rightToLeft ? "right" : "left"),
                Map.entry("end", rightToLeft ? "left" : "right"),
                Map.entry("subject", SubjectLine.of(digest, words)),
                Map.entry("name", name()),
                Map.entry("headline", headline()),
                Map.entry("preheader", preheader()),
                Map.entry("overview", overview()),
                Map.entry("late", late()),
                Map.entry("previous", previous()),
                Map.entry("asOf", words.say("asOf", "now", words.bareMoment(digest.now()), "zone", words.zone())),
                Map.entry("label", words.language().labels()),
                Map.entry("heading", headings()),
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
                Map.entry("next", words.say("next", "app", name(), "at", words.zonedMoment(digest.nextMailAt()))),
                Map.entry("now", words.say("now." + occasion())),
                Map.entry("why", words.say("why", "app", name())),
                Map.entry("switchOff", words.say(settings().isEmpty() ? "switchOff.ask" : "switchOff.page")),
                Map.entry("settings", Problem.links(settings(), words)));
    }

    /** The labels as they stand above something in a text. */
    private Map<String, Object> headings() {
        Map<String, Object> headings = new HashMap<>(words.language().labels());
        headings.replaceAll((key, label) -> words.say("colon", "name", label.toString()));
        return headings;
    }

    private String name() {
        return SubjectLine.name(digest);
    }

    private String headline() {
        int items = digest.items().size();
        if (Tally.of(digest.countedOnly()).isEmpty()) {
            return words.count("headline", items, "app", name());
        }
        return items == 0
                ? words.say("headline.counted", "app", name())
                : words.count("headline.over", items, "app", name());
    }

    private String preheader() {
        return digest.items().stream()
                .map(item -> Tidy.line(item.issue().summary()))
                .findFirst()
                .filter(summary -> !summary.isEmpty())
                .orElseGet(this::headline);
    }

    /** How much of it readers may know; nothing if all that could be said is that all is new. */
    private String overview() {
        Map<State, Long> states =
                digest.items().stream().collect(Collectors.groupingBy(State::of, Collectors.counting()));
        List<String> counts = new ArrayList<>();
        for (State state : State.values()) {
            addCount(counts, state.name().toLowerCase(Locale.ROOT), states.getOrDefault(state, 0L));
        }
        addCount(counts, "resolved", digest.resolved().size());
        boolean tells = digest.lastMailAt() != null && !counts.isEmpty();
        return tells ? words.say("overview", "list", words.list(counts)) : "";
    }

    private void addCount(List<String> counts, String what, long count) {
        if (count > 0) {
            counts.add(words.count("overview." + what, count));
        }
    }

    private String late() {
        Instant since = digest.lateSince();
        return since == null ? "" : words.say("late", "since", words.moment(since));
    }

    private String previous() {
        Instant at = digest.lastMailAt();
        return at == null ? "" : words.say("previous", "at", words.moment(at));
    }

    /** What has made this mail due. */
    private String occasion() {
        boolean waiting = !digest.items().isEmpty() && digest.items().stream().allMatch(DigestItem::keptBack);
        if (waiting) {
            return "waiting";
        }
        boolean news = digest.items().stream().anyMatch(item -> item.news() && !item.keptBack());
        return news || digest.items().isEmpty() ? "new" : "again";
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
            problems.add(new Problem(item, digest, words).parts(number, explainedAt));
        }
        return problems;
    }

    private List<DigestItem> unlisted() {
        return digest.items().stream().skip(listed).toList();
    }

    private List<String> more() {
        return Tally.ofItems(unlisted()).stream()
                .map(tally -> words.count("more.kind", tally.count(), "kind", title(tally)))
                .toList();
    }

    private List<String> counted() {
        return Tally.of(digest.countedOnly()).stream()
                .map(tally -> words.count("counted.kind", tally.count(), "kind", title(tally)))
                .toList();
    }

    private String title(Tally tally) {
        return words.ofKind(tally.kind(), "title", Tally.inWords(tally.kind()));
    }

    private List<Map<String, Object>> resolved() {
        int over = digest.resolved().size() - RESOLVED_LISTED;
        List<Map<String, Object>> resolved = new ArrayList<>(digest.resolved().stream()
                .limit(RESOLVED_LISTED)
                .map(this::resolved)
                .toList());
        if (over > 0) {
            resolved.add(Map.of("what", words.count("resolved.more", over), "at", ""));
        }
        return resolved;
    }

    private Map<String, Object> resolved(DigestItem item) {
        String title = Problem.title(item.issue(), words);
        String summary = Tidy.line(item.issue().summary());
        boolean alone = title.equals(summary) || summary.isEmpty();
        String what = alone ? title : words.say("resolved.what", "title", title, "summary", summary);
        Instant at = item.resolvedAt();
        return Map.of("what", what, "at", at == null ? "" : words.say("resolved.at", "at", words.moment(at)));
    }

    private List<ReportLink> settings() {
        ReportLink settings = digest.subscription().settings();
        return settings == null ? List.of() : List.of(settings);
    }
}
