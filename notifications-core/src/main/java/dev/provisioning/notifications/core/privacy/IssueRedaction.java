package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.ReportLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Redacts an issue field by field, within the bounds of each. */
final class IssueRedaction {
    private static final int MOST_ROUNDS = 5;

    private final Redactor redactor;

    IssueRedaction(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The issue itself if all its words stay. */
    Issue of(Issue issue) {
        return isClean(issue) ? issue : redacted(issue);
    }

    private boolean isClean(Issue issue) {
        Deadline deadline = issue.deadline();
        return isClean(issue.summary())
                && isClean(issue.detail())
                && isClean(issue.remedy())
                && isClean(issue.facts())
                && isClean(issue.links())
                && (deadline == null || isClean(deadline.consequence()));
    }

    private boolean isClean(String text) {
        return redactor.redact(text).equals(text);
    }

    private boolean isClean(Map<String, String> facts) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String value = fact.getValue();
            if (!isClean(fact.getKey())
                    || !redactor.factValue(fact.getKey(), value).equals(value)) {
                return false;
            }
        }
        return true;
    }

    private boolean isClean(List<ReportLink> links) {
        for (ReportLink link : links) {
            String role = link.role();
            if (!isClean(link.label()) || (role != null && !isClean(role))) {
                return false;
            }
        }
        return true;
    }

    private Issue redacted(Issue issue) {
        return new Issue(
                issue.app(),
                issue.kind(),
                issue.key(),
                issue.severity(),
                text(issue.summary(), Issue.MAX_SUMMARY),
                text(issue.detail(), Issue.MAX_DETAIL),
                text(issue.remedy(), Issue.MAX_REMEDY),
                facts(issue.facts()),
                issue.links().stream().map(this::link).toList(),
                deadline(issue.deadline()),
                issue.occurredAt());
    }

    private Map<String, String> facts(Map<String, String> facts) {
        Map<String, String> redacted = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            String left = text(name, Issue.MAX_FACT_NAME);
            String once = value(name, value);
            redacted.put(unused(left, redacted), left.equals(name) ? once : value(left, once));
        });
        return redacted;
    }

    /** Two names that differed only in what is hidden now are told apart by a number. */
    private static String unused(String name, Map<String, String> facts) {
        String unused = name;
        for (int number = 2; facts.containsKey(unused); number++) {
            String suffix = " (" + number + ")";
            unused = cut(name, Issue.MAX_FACT_NAME - suffix.length()) + suffix;
        }
        return unused;
    }

    private String value(String name, String value) {
        return settled(value, Issue.MAX_FACT_VALUE, text -> redactor.factValue(name, text));
    }

    private ReportLink link(ReportLink link) {
        String role = link.role();
        return new ReportLink(
                text(link.label(), ReportLink.MAX_LABEL),
                link.uri(),
                role == null ? null : text(role, ReportLink.MAX_LABEL));
    }

    private @Nullable Deadline deadline(@Nullable Deadline deadline) {
        return deadline == null
                ? null
                : new Deadline(deadline.at(), text(deadline.consequence(), Deadline.MAX_CONSEQUENCE));
    }

    private String text(String text, int max) {
        return settled(text, max, redactor::redact);
    }

    /** Redacted and cut; again, because a cut may take away what made a word harmless. */
    private static String settled(String text, int max, UnaryOperator<String> redaction) {
        String now = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = cut(redaction.apply(now), max);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return Spans.HIDDEN;
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
