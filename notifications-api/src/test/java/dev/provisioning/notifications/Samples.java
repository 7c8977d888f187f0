package dev.provisioning.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Valid values, one of each sort. */
final class Samples {
    static final AppId APP = AppId.of("contoso", "salesforce");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Recipient TEAM = Recipient.mail("team@example.com");
    static final ReportLink REPORT = ReportLink.of("Failures", "https://example.com/failures");

    private Samples() {}

    static Issue.Builder issue() {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID).summary("The password has expired");
    }

    static Notification notification(List<Recipient> recipients) {
        return new Notification(
                APP,
                "abc.1",
                "abc",
                1,
                NOON,
                recipients,
                Locale.ENGLISH,
                Labels.NONE,
                "Salesforce: sign-in refused",
                "Secret",
                null);
    }
}
