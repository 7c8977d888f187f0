package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.NotificationPreview;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.core.compose.TemplateComposer;
import dev.provisioning.notifications.core.privacy.LinkPolicy;
import dev.provisioning.notifications.core.privacy.Redactor;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs the code samples of the guide to the mail, and checks that they are these. */
class MailGuideTest {
    private final List<String> shown = new ArrayList<>();
    private final AppId salesforce = AppId.of("contoso", "salesforce");
    private final Subscription subscription = Subscription.builder("Salesforce")
            .recipient("salesforce-owners@example.com")
            .report(ReportLink.of("Log", "https://iam.example.com/log"))
            .report(ReportLink.of("Elsewhere", "https://iam.example.org/log"))
            .build();
    private final SubscriptionSource administrators = app -> subscription;
    private final Transport mail = new RecordingTransport();
    private final Instant now = Instant.parse("2026-05-19T07:00:00Z");
    private final Issue issue = Issue.builder(salesforce, IssueKind.QUARANTINED)
            .summary("badge 123456 of user=robot-7, not of user=ada")
            .build();

    @Test
    void everySampleIsARegionOfThisTest() throws IOException {
        Samples.assertRun(
                Path.of("../docs/mail.md"), List.of(getClass()), "language", "template", "privacy", "preview");
    }

    @Test
    void askingForALanguage() {
        // region language
        Composer composer = TemplateComposer.builder()
                .classLoader(getClass().getClassLoader())
                .language(Locale.GERMAN)
                .build(); // names every word that German lacks
        Notifier notifier = Notifier.builder()
                .subscriptions(administrators)
                .transport(mail)
                .composer(composer)
                .build();
        // endregion

        assertThat(notifier.preview().render(subscription, now, issue).subject())
                .isEqualTo("Salesforce: in quarantine");
        notifier.close();
    }

    @Test
    void replacingATemplate() {
        // region template
        Composer composer = TemplateComposer.builder()
                .template("problem.txt", """
                        {{number}}. {{title}}{{#marks}} ({{marks}}){{/marks}}
                           {{summary}}
                        {{#deadline}}
                           {{deadline}}
                        {{/deadline}}
                        {{#links}}
                           {{url}}
                        {{/links}}

                        """)
                .build(); // tries it; a misspelt name is refused here
        // endregion

        assertThat(NotificationPreview.of(composer)
                        .render(subscription, now, issue)
                        .text())
                .contains("1. Application in quarantine\n   badge 123456");
    }

    @Test
    void hidingMoreAndLess() {
        // region privacy
        Notifier notifier = Notifier.builder()
                .subscriptions(administrators)
                .transport(mail)
                .redactor(Redactor.builder()
                        .hide(Pattern.compile("badge (\\d{6})"))
                        .allow(Pattern.compile("robot-\\d+"))
                        .build())
                .linkPolicy(LinkPolicy.builder()
                        .host("*.example.com")
                        .parameter("sid")
                        .build())
                .build();
        // endregion

        assertThat(notifier.preview().render(subscription, now, issue).text())
                .contains("badge *** of user=robot-7, not of user=***", "https://iam.example.com/log")
                .doesNotContain("example.org");
        notifier.close();
    }

    @Test
    void seeingItBeforeItIsSent() {
        try (Notifier notifier =
                Notifier.builder().subscriptions(administrators).transport(mail).build()) {
            notifier.report(issue);

            // region preview
            Content next = notifier.draft(salesforce).orElseThrow(); // what the next mail would say if it left now
            Content sample =
                    notifier.preview().render(subscription, now, issue); // with this notifier's settings, of anything
            show(next.subject(), next.html());
            show(sample.subject(), sample.text());
            // endregion

            assertThat(shown).containsExactly("Salesforce: in quarantine", "Salesforce: in quarantine");
        }
    }

    private void show(String subject, @Nullable String body) {
        assertThat(body).contains("quarantine");
        shown.add(subject);
    }
}
