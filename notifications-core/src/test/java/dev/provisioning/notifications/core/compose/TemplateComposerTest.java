package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateComposerTest {
    private final TemplateComposer composer = TemplateComposer.create();

    @Test
    void writesTheTextThatWasApproved() {
        assertThat(composer.compose(Digests.usual()).text()).isEqualTo(Templates.read("usual.txt"));
    }

    @Test
    void writesWhatANotificationCanCarry() {
        assertThat(Mails.notification(Digests.usual(), composer.compose(Digests.usual())))
                .extracting(Notification::subject)
                .isEqualTo("Salesforce: stopped before too many deletions, 2 more problems");
    }

    @Test
    void tellsTheSameInHtmlAsInText() {
        Content content = composer.compose(Digests.usual());

        assertThat(Mails.words(content.html())).containsSequence(Mails.words(Mails.withoutUrls(content.text())));
    }

    @Test
    void tellsByWhenToActAndWhatHappensOtherwise() {
        Digest digest = Digests.of(Digests.signInRefused().build());

        assertThat(Mails.unwrapped(composer.compose(digest)))
                .contains(
                        "Act by Fri 27 Nov 2026, 17:00 (Europe/Berlin). After that: the application goes into quarantine");
    }

    @Test
    void doesNotAskToActByATimeThatHasPassed() {
        Instant yesterday = Digests.NOW.minusSeconds(86_400);
        Digest digest = Digests.of(Digests.signInRefused()
                .deadline(yesterday, "Accounts stay as they are.")
                .build());

        assertThat(Mails.unwrapped(composer.compose(digest)))
                .contains("The time to act ended on Mon 23 Nov 2026, 10:04 (Europe/Berlin): Accounts stay as they are.")
                .doesNotContain("Act by");
    }

    @Test
    void tellsWhatMayBeKnownAlready() {
        DigestItem item = Digests.usual().items().get(1);

        assertThat(Mails.unwrapped(composer.compose(Digests.of(item))))
                .contains("You may know this already")
                .contains("Reported 1,214 times, 37 of them since a mail last named it.")
                .doesNotContain("came after the previous mail");
    }

    @Test
    void tellsWhatTheCapKeptBack() {
        assertThat(Mails.unwrapped(composer.compose(Digests.of(Digests.keptBack(true)))))
                .contains("This came after the previous mail had left");
    }

    @Test
    void tellsWhatHasGoneOnSinceThePreviousMailNamedIt() {
        assertThat(Mails.unwrapped(composer.compose(Digests.of(Digests.keptBack(false)))))
                .contains("An earlier mail named this, and it was reported again since.")
                .doesNotContain("This came after");
    }

    @Test
    void tellsWhomToAskIfThereIsNoPageForSettings() {
        Subscription subscription =
                Subscription.builder("Salesforce").recipient("a@example.com").build();

        Content content =
                composer.compose(Digests.of(subscription, Digests.ownKind().build()));

        assertThat(Mails.unwrapped(content))
                .contains("To change or switch off notifications, ask the administrator of the provisioning.")
                .contains("Times are in the zone UTC.");
        assertThat(content.html()).contains("ask the administrator of the provisioning.");
    }

    @Test
    void prefersTheRemedyOfTheIssue() {
        Digest digest = Digests.of(
                Digests.signInRefused().remedy("Call Ada.\nThen call Grace.").build());

        assertThat(composer.compose(digest).text())
                .contains("   What to do:\n   Call Ada.\n   Then call Grace.\n")
                .doesNotContain("Check the account");
    }

    @Test
    void explainsAKindOnce() {
        Digest digest = Digests.with(Digests.many(4), List.of(), Map.of());

        assertThat(composer.compose(digest).text())
                .containsOnlyOnce("The licences, seats or requests that the application allows")
                .containsOnlyOnce("Free or add licences")
                .containsOnlyOnce("As with problem 2.");
    }

    @Test
    void sendsHtmlThatNeedsNothingFromElsewhereAndIsWellFormed() {
        String html = Mails.html(composer.compose(Digests.usual()));

        Mails.assertWellFormed(html);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("prefers-color-scheme: dark", "<h1", "<h2", "<h3")
                .doesNotContain("<img", "<script", "<link", "url(", "@import", "src=", "onclick");
        assertThat(html.replaceAll("href=\"https://[^\"]*\"", "")).doesNotContain("http");
    }

    @Test
    void writesInTheLanguageOfTheReadersAsFarAsItIsKnown() {
        Content turkish = composer.compose(Digests.in(Locale.forLanguageTag("tr")));

        assertThat(turkish.subject()).isEqualTo("Salesforce: oturum açma reddedildi");
        assertThat(turkish.text()).contains("Yapılacaklar:", "Oturum açma reddedildi", "27 Kas 2026");
        assertThat(turkish.html()).contains("<html lang=\"tr\">");
    }

    @Test
    void writesInEnglishForAnUnknownLanguageWhateverTheLanguageOfTheMachine() {
        assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));

        Content french = composer.compose(Digests.in(Locale.FRENCH));

        assertThat(french.subject()).isEqualTo("Salesforce: sign-in refused");
        assertThat(french.text()).contains("What to do:", "27 Nov 2026");
        assertThat(french.html()).contains("<html lang=\"en\">");
    }

    @Test
    void namesTheEnglishOfTheReaders() {
        assertThat(composer.compose(Digests.in(Locale.UK)).html()).contains("<html lang=\"en-GB\">");
    }

    @Test
    void usesTheTemplatesOfTheHost() {
        TemplateComposer own = TemplateComposer.builder()
                .textTemplate(
                        "{{headline}}\r\n{{#problems}}{{title}}{{#deadline}} {{deadline}}{{/deadline}}{{/problems}}")
                .htmlTemplate("<p>{{name}}</p>")
                .build();

        Content content = own.compose(Digests.of(Digests.ownKind().build()));

        assertThat(content.text()).isEqualTo("""
                Account provisioning to Salesforce has a problem that needs somebody to
                act
                The licence audit of November has not been confirmed
                """);
        assertThat(content.html()).isEqualTo("<p>Salesforce</p>");
    }

    @Test
    void refusesATemplateThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TemplateComposer.builder().textTemplate("{{#problems}}").build())
                .withMessageStartingWith("composer.textTemplate cannot be used: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TemplateComposer.builder().htmlTemplate("{{>other}}").build())
                .withMessageStartingWith("composer.htmlTemplate cannot be used: ");
    }

    @Test
    void refusesATemplateThatMisspellsAName() {
        for (String template :
                List.of("{{headlin}}", "{{#problem}}x{{/problem}}", "{{#problems}}{{titel}}{{/problems}}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            TemplateComposer.builder().textTemplate(template).build())
                    .withMessageStartingWith("composer.textTemplate cannot be used: ");
        }
    }

    @Test
    void refusesATemplateThatWritesWhatAMailCannotHold() {
        for (String template : List.of("  ", "{{headline}}\u0000", "x".repeat(1_000_001))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            TemplateComposer.builder().htmlTemplate(template).build())
                    .withMessageStartingWith("composer.htmlTemplate cannot be used: ");
        }
    }

    @Test
    void letsNoTemplateReachIntoClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .textTemplate("{{headline.getClass}}")
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .textTemplate("{{problems.size}}")
                        .build());
    }
}
