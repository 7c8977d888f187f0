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
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Digests as an administrator might get them. */
final class Digests {
    static final Instant NOW = Instant.parse("2026-11-24T09:04:00Z");
    static final AppId APP = AppId.of("acme", "salesforce-prod");

    private Digests() {}

    static Subscription.Builder salesforce() {
        return Subscription.builder("Salesforce")
                .recipient("iam-team@example.com")
                .zone(ZoneId.of("Europe/Berlin"))
                .report(ReportLink.of("All cycles of Salesforce", "https://iam.example.com/apps/salesforce/cycles"))
                .settings(ReportLink.of(
                        "Notification settings",
                        "https://iam.example.com/apps/salesforce/notifications",
                        "Application Owner"));
    }

    static Issue.Builder signInRefused() {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .summary("Salesforce answered 401 INVALID_LOGIN to the account svc-provisioning.")
                .fact("Account", "svc-provisioning")
                .fact(
                        "Answer",
                        "401 INVALID_LOGIN: user name, password or security token is wrong, or the user is locked")
                .link(ReportLink.of(
                        "Sign-in report of Salesforce",
                        "https://iam.example.com/reports/salesforce/sign-in?day=2026-11-24&tenant=acme",
                        "Report Reader"))
                .deadline(
                        Instant.parse("2026-11-27T16:00:00Z"),
                        "the application goes into quarantine, and people who leave keep their access.");
    }

    static Issue.Builder tooManyDeletions() {
        return Issue.builder(APP, IssueKind.DELETE_THRESHOLD_EXCEEDED)
                .severity(Severity.URGENT)
                .summary("The cycle of 24 November would have disabled 1,812 of 4,020 accounts; 200 are allowed.")
                .detail("The source HR-EU delivered 2,208 people instead of 4,020.\nNo account has been changed.")
                .link(ReportLink.of(
                        "Accounts that would have been disabled",
                        "https://iam.example.com/reports/salesforce/cycle/8812/deletions",
                        "Report Reader"));
    }

    static Issue.Builder ownKind() {
        return Issue.builder(APP, IssueKind.of("licence-audit"))
                .summary("The licence audit of November has not been confirmed")
                .remedy("Confirm the audit in the licence portal.");
    }

    /** A problem that the cap has kept back, news or not. */
    static DigestItem keptBack(boolean news) {
        DigestItem item = item(signInRefused().build());
        return new DigestItem(
                item.issue(), item.severity(), item.firstSeen(), item.lastSeen(), 3, 2, news, true, false, null);
    }

    static DigestItem item(Issue issue) {
        return new DigestItem(
                issue,
                issue.severity(),
                NOW.minus(Duration.ofHours(2)),
                NOW.minus(Duration.ofMinutes(4)),
                214,
                214,
                true,
                false,
                false,
                null);
    }

    static DigestItem resolved(Issue issue) {
        return new DigestItem(
                issue,
                issue.severity(),
                NOW.minus(Duration.ofDays(1)),
                NOW.minus(Duration.ofHours(20)),
                12,
                0,
                false,
                false,
                false,
                NOW.minus(Duration.ofHours(3)));
    }

    /** The mail of an ordinary bad morning. */
    static Digest usual() {
        DigestItem kept = new DigestItem(
                signInRefused().build(),
                Severity.CRITICAL,
                Instant.parse("2026-11-23T14:12:00Z"),
                Instant.parse("2026-11-24T09:03:00Z"),
                1_214,
                37,
                false,
                true,
                true,
                null);
        DigestItem once =
                new DigestItem(ownKind().build(), Severity.CRITICAL, NOW, NOW, 1, 1, true, false, false, null);
        Issue unreachable = Issue.builder(APP, IssueKind.TARGET_UNREACHABLE)
                .summary("login.salesforce.com did not answer within 30 seconds.")
                .build();
        return new Digest(
                APP,
                salesforce().build(),
                8,
                NOW,
                Instant.parse("2026-11-23T14:10:00Z"),
                Instant.parse("2026-11-24T23:00:00Z"),
                null,
                List.of(item(tooManyDeletions().build()), kept, once),
                List.of(resolved(unreachable)),
                Map.of());
    }

    static Digest of(Issue... issues) {
        return of(salesforce().build(), issues);
    }

    static Digest of(Subscription subscription, Issue... issues) {
        List<DigestItem> items = List.of(issues).stream().map(Digests::item).toList();
        return new Digest(
                APP, subscription, 1, NOW, null, NOW.plus(Duration.ofDays(1)), null, items, List.of(), Map.of());
    }

    static Digest in(Locale language) {
        return of(salesforce().language(language).build(), signInRefused().build());
    }

    static Digest of(DigestItem item) {
        return with(List.of(item), List.of(), Map.of());
    }

    /** So many problems, of two kinds in turn, each with a number in its summary. */
    static List<DigestItem> many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Issue.builder(APP, i % 2 == 0 ? IssueKind.QUOTA_EXCEEDED : IssueKind.of("own-kind"))
                        .key("key-" + i)
                        .summary("Problem number " + i + " of many.")
                        .build())
                .map(Digests::item)
                .toList();
    }

    /** A problem that a mail has named before, or not. */
    static DigestItem seen(Issue issue, boolean news) {
        return new DigestItem(
                issue,
                issue.severity(),
                NOW.minus(Duration.ofHours(2)),
                NOW,
                3,
                news ? 3 : 2,
                news,
                false,
                false,
                null);
    }

    /** A mail that is not the first. */
    static Digest later(DigestItem... items) {
        return later("Salesforce", List.of(items), Map.of());
    }

    static Digest later(String name, List<DigestItem> items, Map<IssueKind, Long> countedOnly) {
        Subscription subscription =
                Subscription.builder(name).recipient("iam-team@example.com").build();
        return new Digest(
                APP,
                subscription,
                8,
                NOW,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)),
                null,
                items,
                List.of(),
                countedOnly);
    }

    /** A mail that an outage of the mail server has held up. */
    static Digest late() {
        return new Digest(
                APP,
                salesforce().build(),
                1,
                NOW,
                null,
                NOW.plus(Duration.ofDays(1)),
                NOW.minus(Duration.ofDays(1)),
                List.of(item(signInRefused().build())),
                List.of(),
                Map.of());
    }

    static Digest with(List<DigestItem> items, List<DigestItem> resolved, Map<IssueKind, Long> countedOnly) {
        return new Digest(
                APP,
                salesforce().build(),
                1,
                NOW,
                null,
                NOW.plus(Duration.ofDays(1)),
                null,
                items,
                resolved,
                countedOnly);
    }
}
