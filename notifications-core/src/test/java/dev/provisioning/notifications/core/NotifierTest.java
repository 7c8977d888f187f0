package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final AppId APP = AppId.of("contoso", "salesforce");

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final RecordingTransport transport = new RecordingTransport();
    private final Subscription subscription =
            Subscription.builder("Salesforce").recipient("team@example.com").build();
    private final Notifier notifier = Notifier.builder()
            .transport(transport)
            .subscriptions(app -> subscription)
            .clock(time)
            .scheduler(time)
            .executor(time)
            .build();

    private static Issue issue(String key) {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key(key)
                .summary("Salesforce refuses the password of the service account")
                .build();
    }

    @Test
    void anExpiredPasswordBecomesOneMail() {
        assertThat(notifier.report(issue("sign-in"))).isEqualTo(Disposition.HELD);
        assertThat(notifier.report(issue("sign-in"))).isEqualTo(Disposition.MERGED);
        time.advance(Duration.ofMinutes(2));
        assertThat(transport.received()).hasSize(1);
        assertThat(notifier.report(issue("sign-in"))).isEqualTo(Disposition.HELD);
        for (int i = 0; i < 15; i++) {
            time.advance(Duration.ofMinutes(40));
            assertThat(notifier.report(issue("sign-in"))).isEqualTo(Disposition.MERGED);
        }
        assertThat(transport.received()).hasSize(1);
        time.advance(Duration.ofHours(24));
        assertThat(transport.received()).hasSize(2);
        notifier.close();
    }
}
