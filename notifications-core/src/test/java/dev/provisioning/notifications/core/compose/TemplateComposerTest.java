package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.ExpectsWarnings;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
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
                .isEqualTo("Salesforce: mass deletion stopped, 2 more problems, 2 of 3 new");
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
                        "Act by Fri 27 Nov 2026, 17:00 Europe/Berlin (in 3 days). After that: the application goes into quarantine");
    }

    @Test
    void doesNotAskToActByATimeThatHasPassed() {
        Instant yesterday = Digests.NOW.minusSeconds(86_400);
        Digest digest = Digests.of(Digests.signInRefused()
                .deadline(yesterday, "Accounts stay as they are.")
                .build());

        assertThat(Mails.unwrapped(composer.compose(digest)))
                .contains(
                        "The deadline passed on Mon 23 Nov 2026, 10:04 Europe/Berlin (24 hours ago): Accounts stay as they are.")
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
                .contains("To change or switch off notifications, ask your provisioning administrator.")
                .contains("As of Tue 24 Nov 2026, 09:04. Times are in the zone UTC.");
        assertThat(content.html()).contains("ask your provisioning administrator.");
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
                .containsOnlyOnce("What to do: as with problem 2.");
    }

    @Test
    void sendsHtmlThatNeedsNothingFromElsewhereAndIsWellFormed() {
        String html = Mails.html(composer.compose(Digests.usual()));

        Mails.assertWellFormed(html);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">")
                .contains("prefers-color-scheme: dark", "<h1", "<h2", "<h3")
                .doesNotContain("<img", "<script", "<link", "url(", "@import", "src=", "onclick");
        assertThat(html.replaceAll("href=\"https://[^\"]*\"", "")).doesNotContain("http");
    }

    @Test
    @ExpectsWarnings
    void writesInTheLanguageOfTheReadersAsFarAsItIsKnown() {
        Content turkish = composer.compose(Digests.in(Locale.forLanguageTag("tr")));

        assertThat(turkish.subject()).isEqualTo("Salesforce: oturum açma reddedildi");
        assertThat(turkish.text()).contains("Yapılacaklar:", "Oturum açma reddedildi", "27 Kas 2026");
        assertThat(turkish.html()).contains("<html lang=\"tr\" dir=\"ltr\">");
    }

    @Test
    void writesInEnglishForAnUnknownLanguageWhateverTheLanguageOfTheMachine() {
        assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag("tr-TR"));

        Content icelandic = composer.compose(Digests.in(Locale.forLanguageTag("is")));

        assertThat(icelandic.subject()).isEqualTo("Salesforce: sign-in refused");
        assertThat(icelandic.text()).contains("What to do:", "27 Nov 2026");
        assertThat(icelandic.html()).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void namesTheEnglishOfTheReaders() {
        assertThat(composer.compose(Digests.in(Locale.UK)).html()).contains("<html lang=\"en-GB\" dir=\"ltr\">");
    }

    @Test
    void usesTheTemplatesOfTheHost() {
        TemplateComposer own = TemplateComposer.builder()
                .template(
                        "mail.txt",
                        "{{headline}}\r\n{{#problems}}{{title}}{{#deadline}} {{deadline}}{{/deadline}}{{/problems}}")
                .template("mail.html", "<p>{{name}}</p>")
                .build();

        Content content = own.compose(Digests.of(Digests.ownKind().build()));

        assertThat(content.text()).isEqualTo("""
                Account provisioning to Salesforce has a problem that needs somebody to
                act
                The licence audit of November has not been confirmed
                """);
        assertThat(content.html()).isEqualTo("<p>Salesforce</p>\n");
    }

    @Test
    void usesAPartThatAHostHasReplaced() {
        TemplateComposer own = TemplateComposer.builder()
                .template("problem.txt", "* {{title}}: {{when}}\n")
                .template("style.css", "h1 { color: {{start}} }")
                .build();

        Content content = own.compose(Digests.usual());

        assertThat(Mails.unwrapped(content))
                .contains("* Sign-in refused: Since Mon 23 Nov 2026, 15:12 (18 hours ago), last seen")
                .contains("The next mail about Salesforce")
                .doesNotContain("What to do");
        assertThat(content.html()).contains("<style>\nh1 { color: left }\n</style>", "What to do");
    }

    @Test
    void refusesATemplateThatNobodyWouldAskFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder().template("mail.text", "x"))
                .withMessage(
                        "composer.template is none of [mail.txt, problem.txt, mail.html, problem.html, style.css]: mail.text");
    }

    @Test
    void refusesATemplateThatIncludesItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .template("problem.html", "{{>problem.html}}")
                        .build())
                .withMessage("composer.template problem.html cannot be used: it includes itself");
    }

    @Test
    void writesRightToLeftWhereReadersDo() {
        Content arabic = composer.compose(Digests.in(Locale.forLanguageTag("ar")));

        assertThat(arabic.subject()).isEqualTo("Salesforce: رُفض تسجيل الدخول");
        assertThat(arabic.text()).contains("مشكلة في تزويد الحسابات لتطبيق \u2068Salesforce\u2069 تحتاج");
        assertThat(arabic.html())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "text-align:right", "border-right:4px solid")
                .doesNotContain("text-align:left", "border-left");
    }

    @Test
    void tellsHowMuchIsNewAndWhyItComesNow() {
        assertThat(Mails.unwrapped(composer.compose(Digests.usual())))
                .contains("to act. 2 new, 1 perhaps known to you, 1 resolved. The previous mail left on")
                .contains("This mail comes now because a problem was reported that no mail has named yet.");
        assertThat(Mails.unwrapped(composer.compose(Digests.later(Digests.keptBack(false)))))
                .contains("1 continuing.")
                .contains("This mail comes now because of what was reported after the previous mail had left.");
        assertThat(Mails.unwrapped(composer.compose(
                        Digests.later(Digests.seen(Digests.signInRefused().build(), false)))))
                .contains("This mail comes now because a problem that an earlier mail named was reported again.");
    }

    @Test
    void saysSinceWhenItIsLate() {
        assertThat(Mails.unwrapped(composer.compose(Digests.late())))
                .contains("This mail is late: it could not be delivered since Mon 23 Nov 2026, 10:04 (24 hours ago).");
        assertThat(Mails.unwrapped(new PlainComposer().compose(Digests.late())))
                .contains("This mail is late: it could not be delivered since Mon 23 Nov 2026, 10:04.");
    }

    @Test
    void putsFactsUnderEachOther() {
        assertThat(composer.compose(Digests.usual()).text()).contains("""
                           Account:  svc-provisioning
                           Answer:   401 INVALID_LOGIN: user name, password or security token is
                                     wrong, or the user is locked
                        """);
    }

    @Test
    void refusesATemplateThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .template("mail.txt", "{{#problems}}")
                        .build())
                .withMessageStartingWith("composer.template mail.txt cannot be used: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .template("mail.html", "{{>other}}")
                        .build())
                .withMessageStartingWith("composer.template mail.html cannot be used: ");
    }

    @Test
    void refusesATemplateThatMisspellsAName() {
        for (String template : List.of(
                "{{headlin}}",
                "{{#problem}}x{{/problem}}",
                "{{#problems}}{{titel}}{{/problems}}",
                "x{{#late}}{{lat}}{{/late}}",
                "x{{#problems}}{{#sameRemedy}}{{same}}{{/sameRemedy}}{{/problems}}",
                "x{{#more}}{{#moreByKind}}{{mor}}{{/moreByKind}}{{/more}}",
                "{{problems}}",
                "{{hasResolved}}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TemplateComposer.builder()
                            .template("mail.txt", template)
                            .build())
                    .withMessageStartingWith("composer.template mail.txt cannot be used: ");
        }
    }

    @Test
    void refusesATemplateThatWritesWhatAMailCannotHold() {
        for (String template : List.of("  ", "{{headline}}\u0000", "x".repeat(1_000_001))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TemplateComposer.builder()
                            .template("mail.html", template)
                            .build())
                    .withMessageStartingWith("composer.template mail.html cannot be used: ");
        }
    }

    @Test
    void letsNoTemplateReachIntoClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .template("mail.txt", "{{headline.getClass}}")
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateComposer.builder()
                        .template("mail.txt", "{{problems.size}}")
                        .build());
    }

    @Test
    void triesTheTemplatesOfAHostAtTheStartAndOursNever() {
        List<String> asked = new ArrayList<>();
        ClassLoader host = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
                asked.add(name);
                return Collections.emptyEnumeration();
            }
        };

        TemplateComposer ours = TemplateComposer.builder().classLoader(host).build();
        assertThat(asked).isEmpty();
        ours.compose(Digests.usual());
        assertThat(asked).containsExactly("META-INF/provisioning-notifications/mail.en.properties");

        TemplateComposer.builder().classLoader(host).template("style.css", "").build();
        assertThat(asked).hasSize(2);
    }
}
