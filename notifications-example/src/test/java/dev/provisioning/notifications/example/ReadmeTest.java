package dev.provisioning.notifications.example;

import static dev.provisioning.notifications.testkit.NotificationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.Explanation;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Runs the code samples of the README, and checks that they are these. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    private final AppId salesforce = AppId.of("contoso", "salesforce");
    private final Subscription subscription = Subscription.builder("Salesforce")
            .recipient("salesforce-owners@example.com")
            .build();
    private final Issue issue = Issue.builder(salesforce, IssueKind.QUARANTINED)
            .summary("Salesforce is in quarantine")
            .build();

    @Test
    void everySampleIsARegionOfThisTest() throws IOException {
        Samples.assertRun(
                README,
                List.of(getClass(), StoreSamplesTest.class),
                "embed",
                "resolve",
                "cycle",
                "file",
                "shared",
                "transactional",
                "transport",
                "testing");
    }

    @Test
    void embedding() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start()) {
            embed(
                    "smtp://" + server.host() + ":" + server.port() + "?plaintext=allowed",
                    Instant.parse("2030-01-01T00:00:00Z"));
        }
    }

    private static void embed(String mailServer, Instant expiry) {
        // region embed
        AppId salesforce = AppId.of("contoso", "salesforce");
        SubscriptionSource administrators = app -> app.equals(salesforce)
                ? Subscription.builder("Salesforce")
                        .recipient("salesforce-owners@example.com")
                        .zone(ZoneId.of("Europe/Amsterdam"))
                        .report(ReportLink.of("Provisioning log", "https://iam.example.com/salesforce/log", "Reader"))
                        .build()
                : Subscription.off();

        Notifier notifier = Notifier.builder()
                .subscriptions(administrators)
                .transport(SmtpTransport.of(mailServer, "provisioning@example.com"))
                .build();

        Issue issue = Issue.builder(salesforce, IssueKind.CREDENTIALS_INVALID)
                .summary("Salesforce refuses the password of the service account svc-provisioning")
                .deadline(expiry, "People who leave keep their access to Salesforce.")
                .build();
        notifier.report(issue); // HELD: a mail leaves in a minute
        notifier.report(issue); // MERGED: counted, costs next to nothing
        // endregion

        try (notifier) {
            assertThat(notifier.report(issue)).isEqualTo(Disposition.MERGED);
            assertThat(notifier.explain(salesforce).verdict()).isEqualTo(Explanation.Verdict.GATHERING);
            assertThat(notifier.sendTest(salesforce)).isInstanceOf(DeliveryResult.Accepted.class);
            // region resolve
            notifier.resolve(salesforce, IssueKind.CREDENTIALS_INVALID.name());
            // endregion
            assertThat(notifier.explain(salesforce).verdict()).isEqualTo(Explanation.Verdict.NOTHING_HELD);
        }
    }

    @Test
    void cycles() {
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        RecordingTransport transport = new RecordingTransport();
        try (Notifier notifier = Notifier.builder()
                .transport(transport)
                .subscriptions(app -> subscription)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build()) {
            notifier.report(issue);
            // region cycle
            try (Cycle cycle = notifier.beginCycle(salesforce)) {
                synchronise(cycle::report);
                cycle.complete();
            }
            // endregion
            assertThat(notifier.explain(salesforce).verdict()).isEqualTo(Explanation.Verdict.NOTHING_HELD);
        }
    }

    private static void synchronise(Consumer<Issue> problems) {
        assertThat(problems).as("all is well").isNotNull();
    }

    @Test
    void customTransport() {
        List<String> posts = new ArrayList<>();
        class Chat {
            void post(String id, String subject, String text) {
                posts.add(id + "\n" + subject + "\n" + text);
            }

            Transport transport() {
                // region transport
                Transport chat = (notification, point) -> {
                    point.pass(); // throws if the mail must not leave
                    post(notification.id(), notification.subject(), notification.text());
                    return DeliveryResult.accepted(notification);
                };
                // endregion
                return chat;
            }
        }
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        try (Notifier notifier = Notifier.builder()
                .transport(new Chat().transport())
                .subscriptions(app -> subscription)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build()) {
            notifier.report(issue);
            time.advance(Duration.ofMinutes(2));
        }
        assertThat(posts).singleElement().asString().contains("Salesforce is in quarantine");
    }

    @Test
    void testing() {
        // region testing
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        RecordingTransport transport = new RecordingTransport();
        Notifier notifier = Notifier.builder()
                .transport(transport)
                .subscriptions(app -> subscription)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build();

        transport.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "connection refused"));
        notifier.report(issue);
        time.advance(Duration.ofHours(2));

        assertThat(transport.attempted()).hasSize(2);
        assertThat(transport).hasSentMails(1).hasSentOnlyTo("salesforce-owners@example.com");
        // endregion
        notifier.close();
    }
}
