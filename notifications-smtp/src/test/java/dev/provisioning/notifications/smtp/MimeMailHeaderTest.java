package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailHeaderTest {
    private static final Mailbox FROM = Mailbox.of(Recipient.mail("provisioning@bücher.example"));

    @Test
    void isWhatWasAskedFor() {
        assertThat(header(labelled(), "Kontenverwaltung Zürich")).isEqualTo("""
                        Date: Mon, 2 Mar 2026 04:05:06 +0000
                        From: =?UTF-8?Q?Kontenverwaltung_Z=C3=BCrich?=
                         <provisioning@xn--bcher-kva.example>
                        To: ann@example.com, bob@example.com
                        Message-ID: <contoso-hr.7@xn--bcher-kva.example>
                        In-Reply-To: <contoso-hr@xn--bcher-kva.example>
                        References: <contoso-hr@xn--bcher-kva.example>
                        Subject: hr: 2 problems
                        Auto-Submitted: auto-generated
                        X-Auto-Response-Suppress: All
                        Importance: high
                        X-Provisioning-Application: contoso/hr
                        X-Provisioning-Slot: 7
                        X-Provisioning-Kinds: credentials-invalid, quarantined
                        X-Provisioning-Severity: urgent
                        List-Unsubscribe: <https://iam.example.com/hr/notifications>
                        Content-Language: de-DE
                        MIME-Version: 1.0
                        Content-Type: multipart/alternative; boundary="=_notification"
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, <provisioning@xn--bcher-kva.example>",
                "Accounts, \"Accounts\" <provisioning@xn--bcher-kva.example>",
                "a\u202Eb, =?UTF-8?Q?ab?= <provisioning@xn--bcher-kva.example>",
            })
    void namesTheSender(@Nullable String name, String from) {
        assertThat(header(notification(ANN), name)).contains("\nFrom: " + from + "\n");
    }

    @Test
    void foldsBetweenRecipients() {
        Recipient[] fifty = IntStream.range(0, 50)
                .mapToObj(i -> Recipient.mail("recipient." + i + "@example.com"))
                .toArray(Recipient[]::new);

        String header = header(notification(fifty), null);

        assertThat(header.lines()).allMatch(line -> line.length() <= 78);
        assertThat(header.replace("\n ", " "))
                .contains("To: "
                        + String.join(
                                ", ",
                                List.of(fifty).stream().map(Recipient::address).toList()) + "\n");
    }

    /** For which the delivery asks for SMTPUTF8 (RFC 6531). */
    @Test
    void saysALocalPartOutsideAsciiAsItIs() {
        assertThat(header(notification(Recipient.mail("δοκιμή@bücher.example")), null))
                .contains("\nTo: δοκιμή@xn--bcher-kva.example\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx-a-bcdefgh", "de-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg"})
    void saysALanguageOnlyIfItIsOneThatPeopleUse(String tag) {
        String header = header(in(Locale.forLanguageTag(tag)), null);

        assertThat(header.contains("Content-Language: ")).isEqualTo(tag.startsWith("xx"));
    }

    /** A locale takes any words for its parts, and any number of variants. */
    @Property(tries = 300)
    void hasShortLinesInAnyLanguage(
            @ForAll @AlphaChars @StringLength(max = 9) String language,
            @ForAll @AlphaChars @StringLength(max = 4) String country,
            @ForAll @Size(max = 12) List<@AlphaChars @StringLength(max = 9) String> variants) {
        Locale locale = new Locale(language, country, String.join("_", variants));

        assertThat(header(in(locale), null).lines()).allMatch(line -> line.matches("[ -~]{1,78}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+1000000000-12-31T23:59:59.999999999Z|Fri, 31 Dec 9999 23:59:59 +0000",
                "-1000000000-01-01T00:00:00Z|Mon, 1 Jan 1900 00:00:00 +0000",
            })
    void hasADateWhateverTheClockSays(Instant instant, String date) {
        assertThat(header(mail(instant, Locale.GERMANY), null)).startsWith("Date: " + date + "\n");
    }

    private static Notification labelled() {
        Labels labels = new Labels(
                7,
                Severity.URGENT,
                List.of(IssueKind.CREDENTIALS_INVALID, IssueKind.QUARANTINED),
                ReportLink.of("Notifications", "https://iam.example.com/hr/notifications"));
        return notification(labels, ANN, BOB);
    }

    private static Notification in(Locale language) {
        return mail(Instant.parse("2026-03-02T04:05:06Z"), language);
    }

    private static Notification mail(Instant date, Locale language) {
        Notification any = notification(ANN);
        return new Notification(
                any.app(),
                any.id(),
                any.threadId(),
                1,
                date,
                any.recipients(),
                language,
                Labels.NONE,
                "subject",
                "text",
                null);
    }

    private static String header(Notification notification, @Nullable String name) {
        List<Mailbox> to = notification.recipients().stream().map(Mailbox::of).toList();
        byte[] mail = MimeMail.render(notification, new Sender(FROM, name, "bounces@example.com", true), to);
        String text = new String(mail, StandardCharsets.UTF_8);
        return text.substring(0, text.indexOf("\r\n\r\n") + 2).replace("\r\n", "\n");
    }
}
