package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Digests to try a template against: one that has everything to tell, and one that has as little as there can be. */
final class Sample {
    /** So many problems are to be listed, and there is one more. */
    static final int LISTED = 3;

    private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
    private static final AppId APP = AppId.of("sample", "sample");
    private static final ReportLink LINK = ReportLink.of("Report", "https://example.com/report", "Reader");

    private Sample() {}

    static List<Digest> all() {
        return List.of(full(), scant());
    }

    private static Digest full() {
        Subscription subscription = Subscription.builder("Sample")
                .recipient("sample@example.com")
                .report(LINK)
                .settings(LINK)
                .build();
        Issue issue = Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .severity(Severity.URGENT)
                .summary("Summary")
                .detail("Detail")
                .remedy("Remedy")
                .fact("Fact", "value")
                .link(LINK)
                .deadline(NOW.plus(Duration.ofDays(1)), "Consequence.")
                .build();
        DigestItem item = new DigestItem(
                issue, Severity.URGENT, NOW.minus(Duration.ofHours(1)), NOW, 3, 2, true, true, true, null);
        Issue explained = Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key("other")
                .summary("Summary")
                .build();
        DigestItem general = new DigestItem(explained, Severity.WARNING, NOW, NOW, 3, 2, false, true, false, null);
        DigestItem resolved = new DigestItem(issue, Severity.URGENT, NOW, NOW, 1, 0, false, false, false, NOW);
        return new Digest(
                APP,
                subscription,
                2,
                NOW,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)),
                NOW.minus(Duration.ofMinutes(5)),
                List.of(item, general, general, general),
                List.of(resolved),
                Map.of(IssueKind.QUOTA_EXCEEDED, 2L));
    }

    private static Digest scant() {
        Subscription subscription =
                Subscription.builder("Sample").recipient("sample@example.com").build();
        Issue issue =
                Issue.builder(APP, IssueKind.of("sample")).summary("Summary").build();
        DigestItem item = new DigestItem(issue, Severity.CRITICAL, NOW, NOW, 1, 1, true, false, false, null);
        return new Digest(APP, subscription, 1, NOW, null, NOW, null, List.of(item), List.of(), Map.of());
    }
}
