package dev.provisioning.notifications.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AppId APP = AppId.of("contoso", "hr");
    private static final ReportLink SETTINGS = ReportLink.of("Settings", "https://iam.example.com/hr");

    @Test
    void itsLabelsTellTheWorstAndEachKindOnceThoseThatAreOnlyCountedLast() {
        Digest digest = digest(
                List.of(
                        item(IssueKind.QUARANTINED, Severity.CRITICAL, null),
                        item(IssueKind.JOB_DISABLED, Severity.URGENT, null),
                        item(IssueKind.QUARANTINED, Severity.WARNING, null)),
                Map.of(IssueKind.SCHEMA_MISMATCH, 3L, IssueKind.JOB_DISABLED, 2L, IssueKind.QUOTA_EXCEEDED, 1L));

        assertThat(digest.labels())
                .isEqualTo(new Labels(
                        7,
                        Severity.URGENT,
                        List.of(
                                IssueKind.QUARANTINED,
                                IssueKind.JOB_DISABLED,
                                IssueKind.QUOTA_EXCEEDED,
                                IssueKind.SCHEMA_MISMATCH),
                        SETTINGS));
    }

    @Test
    void whatIsOnlyCountedIsCritical() {
        assertThat(digest(List.of(), Map.of(IssueKind.QUOTA_EXCEEDED, 1L))
                        .labels()
                        .severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void theMostPressingHasTheNearestDeadlineThenIsTheWorst() {
        DigestItem later = item(IssueKind.QUARANTINED, Severity.CRITICAL, NOON.plusSeconds(2));
        DigestItem sooner = item(IssueKind.JOB_DISABLED, Severity.WARNING, NOON.plusSeconds(1));
        DigestItem urgent = item(IssueKind.QUOTA_EXCEEDED, Severity.URGENT, null);
        DigestItem critical = item(IssueKind.SCHEMA_MISMATCH, Severity.CRITICAL, null);

        assertThat(Stream.of(critical, urgent, later, sooner).sorted(DigestItem.MOST_PRESSING))
                .containsExactly(sooner, later, urgent, critical);
    }

    private static Digest digest(List<DigestItem> items, Map<IssueKind, Long> countedOnly) {
        Subscription subscription = Subscription.builder("HR")
                .recipient("team@example.com")
                .settings(SETTINGS)
                .build();
        return new Digest(APP, subscription, 7, NOON, null, NOON, null, items, List.of(), countedOnly);
    }

    private static DigestItem item(IssueKind kind, Severity severity, @Nullable Instant deadline) {
        Issue.Builder issue = Issue.builder(APP, kind).severity(severity).summary("Problem");
        if (deadline != null) {
            issue.deadline(deadline, "Nothing.");
        }
        return new DigestItem(issue.build(), severity, NOON, NOON, 1, 1, true, false, false, null);
    }
}
