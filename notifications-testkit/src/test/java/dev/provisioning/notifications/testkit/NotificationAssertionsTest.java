package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.Mails.APP;
import static dev.provisioning.notifications.testkit.Mails.OTHER;
import static dev.provisioning.notifications.testkit.Mails.mail;
import static dev.provisioning.notifications.testkit.NotificationAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An assertion")
class NotificationAssertionsTest {
    private final RecordingTransport transport = new RecordingTransport();

    private void send(Notification... mails) {
        for (Notification mail : mails) {
            transport.deliver(mail, () -> {});
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ThrowingCallable assertion) {
        return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }

    @Nested
    @DisplayName("about a transport")
    class AboutTransports {
        @Test
        void countsWhatHasArrivedAndNotWhatWasTried() {
            assertThat(transport).hasSentNothing().hasSentMails(0);

            transport.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "refused"));
            send(mail());
            assertThat(transport).hasSentNothing();

            send(mail(), mail());
            assertThat(transport).hasSentMails(2);
        }

        @Test
        void showsWhatHasArrivedInsteadWithMaskedRecipients() {
            assertFails(() -> assertThat(transport).hasSentMails(1))
                    .hasMessage("Expected 1 mail, but there arrived no mail");

            send(mail(APP, "2026-03-02T14:00:00Z", "team@example.com", "other@example.org"));
            assertFails(() -> assertThat(transport).hasSentMails(2)).hasMessage("""
                    Expected 2 mails, but there arrived \

                      2026-03-02T14:00:00Z  contoso/salesforce  "Salesforce: sign-in refused"  \
                    to t***@example.com, o***@example.org""");
            assertFails(() -> assertThat(transport).hasSentNothing())
                    .hasMessageStartingWith("Expected no mail, but there arrived");
        }

        @Test
        void keepsTheDescription() {
            assertFails(() -> assertThat(transport).as("after a day").hasSentMails(1))
                    .hasMessageStartingWith("[after a day] Expected 1 mail");
        }

        @Test
        void findsASecondMailOfADay() {
            send(
                    mail(APP, "2026-03-02T00:00:00Z", "team@example.com"),
                    mail(APP, "2026-03-03T12:00:00Z", "team@example.com"),
                    mail(OTHER, "2026-03-03T13:00:00Z", "team@example.com"),
                    mail(APP, "2026-03-04T00:00:00Z", "team@example.com"));
            assertThat(transport).hasSentAtMostOneMailPerDayIn(ZoneOffset.UTC);

            send(mail(APP, "2026-03-03T23:59:59.999Z", "team@example.com"));
            assertFails(() -> assertThat(transport).hasSentAtMostOneMailPerDayIn(ZoneOffset.UTC))
                    .hasMessageContaining("at most one mail about contoso/salesforce on 2026-03-03 in Z")
                    .hasMessageContaining("2026-03-03T12:00:00Z  contoso/salesforce")
                    .hasMessageContaining("2026-03-03T23:59:59.999Z")
                    .hasMessageNotContaining("2026-03-02")
                    .hasMessageNotContaining("workday");
        }

        @Test
        void tellsDaysByTheZone() {
            send(
                    mail(APP, "2026-03-02T05:30:00Z", "team@example.com"), // 21:30 of the day before
                    mail(APP, "2026-03-02T08:30:00Z", "team@example.com"));

            assertThat(transport).hasSentAtMostOneMailPerDayIn(ZoneId.of("America/Los_Angeles"));
            assertFails(() -> assertThat(transport).hasSentAtMostOneMailPerDayIn(ZoneId.of("Europe/Berlin")))
                    .hasMessageContaining("2026-03-02 in Europe/Berlin");
        }

        @Test
        void findsAWrongRecipientAmongTheRight() {
            send(mail());
            assertThat(transport)
                    .hasSentOnlyTo("team@example.com")
                    .hasSentOnlyTo("other@example.com", "team@example.com");

            send(mail(APP, "2026-03-03T14:00:00Z", "team@example.com", "stranger@example.com"));
            assertFails(() -> assertThat(transport).hasSentOnlyTo("team@example.com"))
                    .hasMessageContaining("[team@example.com] only")
                    .hasMessageContaining("s***@example.com")
                    .hasMessageNotContaining("stranger")
                    .hasMessageNotContaining("2026-03-02");
        }

        @Test
        void doesNotTakeSilenceForTheRightRecipient() {
            assertFails(() -> assertThat(transport).hasSentOnlyTo("team@example.com"))
                    .hasMessageContaining("say hasSentNothing()");
        }

        @Test
        void findsANameWhereverALineIsBroken() {
            send(mail());
            assertThat(transport)
                    .hasNamed("The password of the service account has expired", "sign-in refused")
                    .hasNotNamed("quarantine", "disabled");

            assertFails(() -> assertThat(transport).hasNamed("password", "quarantine"))
                    .hasMessageContaining("name \"quarantine\", but none did")
                    .hasMessageContaining("Salesforce: sign-in refused");
            assertFails(() -> assertThat(transport).hasNotNamed("quarantine", "service account"))
                    .hasMessageContaining("no mail to name \"service account\", but one did");
        }

        @Test
        void findsWhatTheHtmlAloneNames() {
            send(mail());

            assertFails(() -> assertThat(transport).hasNotNamed("A&B <team> has expired"));
            assertFails(() -> assertThat(transport).hasNotNamed("&lt;team&gt;"));
            assertFails(() -> assertThat(transport).hasNamed("A&B"));
        }

        @Test
        void goesOnWithTheLastMail() {
            assertFails(() -> assertThat(transport).lastMail()).hasMessageContaining("no mail");

            send(mail(), mail(OTHER, "2026-03-03T14:00:00Z", "team@example.com"));
            assertThat(transport).lastMail().isAbout(OTHER);
        }
    }

    @Nested
    @DisplayName("about a mail")
    class AboutMails {
        private final Notification mail = mail(APP, "2026-03-02T14:00:00Z", "team@example.com", "other@example.com");

        @Test
        void passesIfAllIsAsItSays() {
            assertThat(mail)
                    .isAbout(APP)
                    .goesTo("other@example.com", "team@example.com")
                    .mentions("The password of the service account", "sign-in refused")
                    .doesNotMention("quarantine")
                    .hasSubjectContaining("sign-in")
                    .isAttempt(2);
        }

        @Test
        void failsIfItIsAboutAnother() {
            assertFails(() -> assertThat(mail).isAbout(OTHER))
                    .hasMessageContaining("contoso/salesforce  \"Salesforce: sign-in refused\"  to t***@example.com")
                    .hasMessageContaining("to be about contoso/workday");
        }

        @Test
        void failsIfSomebodyIsMissingOrTooMuch() {
            assertFails(() -> assertThat(mail).goesTo("team@example.com"))
                    .hasMessageContaining("to go to [team@example.com]");
            assertFails(() -> assertThat(mail).goesTo("team@example.com", "other@example.com", "third@example.com"));
            assertFails(() -> assertThat(mail).goesTo("team@example.com", "team@example.com"));
            assertFails(() -> assertThat(mail).goesTo());
        }

        @Test
        void failsIfItDoesNotSaySoAndShowsWhatItSays() {
            assertFails(() -> assertThat(mail).mentions("password", "quarantine"))
                    .hasMessageContaining("to mention \"quarantine\"")
                    .hasMessageContaining("1. The password of the");
        }

        @Test
        void failsIfItSaysWhatItMustNot() {
            assertFails(() -> assertThat(mail).doesNotMention("quarantine", "Salesforce:"))
                    .hasMessageContaining("Salesforce:");
            assertFails(() -> assertThat(mail).doesNotMention("service account has"));
            assertFails(() -> assertThat(mail).doesNotMention("A&B"));
        }

        @Test
        void failsIfTheSubjectOrTheAttemptIsAnother() {
            assertFails(() -> assertThat(mail).hasSubjectContaining("Sign-in"))
                    .hasMessageContaining("subject with \"Sign-in\"");
            assertFails(() -> assertThat(mail).isAttempt(1)).hasMessageContaining("attempt 1, not 2");
        }

        @Test
        void isNotConfusedByPercentSigns() {
            assertFails(() -> assertThat(mail).mentions("100%s %n")).hasMessageContaining("100%s %n");
            assertFails(() -> assertThat(mail).hasSubjectContaining("100% %d")).hasMessageContaining("100% %d");
        }
    }
}
