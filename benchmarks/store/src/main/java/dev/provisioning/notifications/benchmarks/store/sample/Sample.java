package dev.provisioning.notifications.benchmarks.store.sample;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Applications and what is reported of them: issues with a summary of about a hundred characters, and no detail. */
public final class Sample {
    /** How many different issues an application has. */
    public static final int ISSUES = 4;

    /** To whom the mails go. */
    public static final Recipient RECIPIENT = Recipient.mail("salesforce-owners@example.com");

    /** What every administrator has set. */
    public static final Subscription SUBSCRIPTION =
            Subscription.builder("Salesforce").recipient(RECIPIENT).build();

    private static final List<IssueKind> KINDS = List.of(
            IssueKind.CREDENTIALS_INVALID,
            IssueKind.TARGET_UNREACHABLE,
            IssueKind.DELETE_THRESHOLD_EXCEEDED,
            IssueKind.SCHEMA_MISMATCH);

    private static final List<String> SUMMARIES = List.of(
            "The application refuses the password of the service account svc-provisioning in %s: it has expired",
            "https://scim.example.com/%s/v2 has not answered for 40 minutes, and 1,284 changes wait to be made",
            "The cycle was stopped: it would have disabled 412 of the 2,950 accounts in %s, and may disable 100",
            "There is no attribute costCenter in %s any more; 37 accounts could not be created because of that");

    private Sample() {}

    /** {@return an application; each number has its own} */
    public static AppId app(long number) {
        return AppId.of(
                String.format(Locale.ROOT, "contoso-%06d", number / 10),
                String.format(Locale.ROOT, "salesforce-%d", number % 10));
    }

    /** {@return one of the issues of an application} */
    public static Issue issue(AppId app, int nth) {
        return Issue.builder(app, KINDS.get(nth))
                .summary(String.format(Locale.ROOT, SUMMARIES.get(nth), app.name()))
                .build();
    }

    /** {@return all that is to be kept of an issue, as a line that is as short as it can be without a format of its own} */
    public static String line(Issue issue) {
        Instant seen = Instant.EPOCH.plusSeconds(1_772_460_000);
        return String.join(
                "\t",
                issue.app().tenant(),
                issue.app().name(),
                issue.key(),
                issue.kind().name(),
                issue.severity().name(),
                issue.summary(),
                "HELD",
                seen.toString(),
                seen.toString(),
                "1\t0\t1\t1\n");
    }
}
