package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Mails to try things with. */
final class Mails {
    static final AppId APP = AppId.of("contoso", "salesforce");
    static final AppId OTHER = AppId.of("contoso", "workday");

    private Mails() {}

    static Notification mail(AppId app, String date, String... addresses) {
        List<Recipient> recipients =
                Arrays.stream(addresses).map(Recipient::mail).toList();
        return new Notification(
                app,
                "abc.1",
                "abc",
                2,
                Instant.parse(date),
                recipients,
                Locale.ENGLISH,
                Labels.NONE,
                "Salesforce: sign-in refused",
                "1. The password of the\n   service account has expired\n",
                "<p>The <b>password</b> of A&amp;B &lt;team&gt; has\n expired</p>");
    }

    static Notification mail() {
        return mail(APP, "2026-03-02T14:00:00Z", "team@example.com");
    }
}
