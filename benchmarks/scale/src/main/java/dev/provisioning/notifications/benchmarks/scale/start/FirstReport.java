package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.core.NotifierBuilder;

/** The first report that a notifier accepts. */
final class FirstReport {
    private static final Subscription SUBSCRIPTION = Subscription.builder("Salesforce")
            .recipient(Recipient.mail("salesforce-owners@example.com"))
            .build();

    private FirstReport() {}

    /** A notifier to build, for administrators who have everything switched on. */
    static NotifierBuilder notifier() {
        return Notifier.builder().subscriptions(app -> SUBSCRIPTION);
    }

    static void to(Notifier notifier, String name) {
        Disposition disposition =
                notifier.report(Issue.builder(AppId.of("contoso", name), IssueKind.CREDENTIALS_INVALID)
                        .summary("Salesforce refuses the password of the service account")
                        .build());
        if (disposition != Disposition.HELD) {
            throw new IllegalStateException("the first report is " + disposition);
        }
    }
}
