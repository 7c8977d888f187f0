package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {
    private static final Sender SENDER =
            new Sender(Mailbox.of(Recipient.mail("provisioning@bücher.example")), "Kontenverwaltung Zürich", "");

    @Test
    void isTheSameBytesEachTime() {
        assertThat(render(notification(ANN))).isEqualTo(render(notification(ANN)));
    }

    @Test
    void hasTheHeaderThatWasAskedFor() {
        assertThat(header(render(notification(ANN, BOB)))).isEqualTo("""
                        Date: Mon, 2 Mar 2026 04:05:06 +0000
                        From: =?UTF-8?B?S29udGVudmVyd2FsdHVuZyBaw7xyaWNo?=
                         <provisioning@xn--bcher-kva.example>
                        To: ann@example.com,
                         bob@example.com
                        Message-ID: <contoso-hr.7@xn--bcher-kva.example>
                        In-Reply-To: <contoso-hr@xn--bcher-kva.example>
                        References: <contoso-hr@xn--bcher-kva.example>
                        Subject: hr: 2 problems
                        Auto-Submitted: auto-generated
                        X-Auto-Response-Suppress: All
                        Content-Language: de-DE
                        MIME-Version: 1.0
                        Content-Type: multipart/alternative; boundary="=_notification"
                        """);
    }

    @Test
    void canBeReadByOthers() throws MessagingException, IOException {
        String text = "Grüße,\n\n.\n..\nFrom here on\ttab \n \n" + "sehr lang ".repeat(200) + "\nEnde = aus\n";
        Notification notification = notification("Zürich: 2 Störungen", text, "<p>Grüße</p>", ANN, BOB);

        MimeMessage message = parse(render(notification));

        assertThat(message.getSubject()).isEqualTo("Zürich: 2 Störungen");
        assertThat(message.getSentDate()).isEqualTo(notification.date());
        assertThat(message.getAllRecipients())
                .containsExactly(new InternetAddress("ann@example.com"), new InternetAddress("bob@example.com"));
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Kontenverwaltung Zürich");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>\r\n");
    }

    @Test
    void isTextAloneWhenThereIsNoHtml() throws MessagingException, IOException {
        MimeMessage message = parse(render(notification("subject", "only text", null, ANN)));

        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(message.getContent()).isEqualTo("only text\r\n");
    }

    @Test
    void hasShortAsciiLinesWhateverItSays() {
        Recipient[] many = Stream.iterate(1, i -> i + 1)
                .limit(50)
                .map(i -> Recipient.mail("a".repeat(60) + i + "@" + "long-label.".repeat(15) + "example"))
                .toArray(Recipient[]::new);
        String body = "é".repeat(5000) + "\t" + "x".repeat(5000) + "\n";

        String mail = text(render(notification("ü".repeat(250), body, body, many)));

        assertThat(mail.endsWith("\r\n")).isTrue();
        assertThat(mail.replace("\r\n", "")).isASCII().doesNotContain("\r").doesNotContain("\n");
        assertThat(mail.split("\r\n", -1)).allMatch(line -> line.length() < 998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b"})
    void cannotBeGivenAFurtherHeaderField(String evil) {
        assertThatThrownBy(() -> notification(evil, "text", null, ANN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.mail(evil + "@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.mail("a@example.com" + evil)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SmtpTransport.builder()
                        .url("smtps://mail.example.com")
                        .from("a@example.com")
                        .fromName(evil)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatLooksLikeAHeaderOrABoundaryOrTheEndWithinTheBody() throws MessagingException, IOException {
        String text = ".\n\nBcc: eve@example.com\n--=_notification\nContent-Type: text/html\n\n--=_notification--\n.\n";

        MimeMessage message = parse(render(notification("subject", text, text, ANN)));

        assertThat(message.getHeader("Bcc")).isNull();
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
    }

    private static byte[] render(Notification notification) {
        return MimeMail.render(
                notification,
                SENDER,
                notification.recipients().stream().map(Mailbox::of).toList());
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.UTF_8);
    }

    private static String header(byte[] mail) {
        String text = text(mail);
        return text.substring(0, text.indexOf("\r\n\r\n") + 2).replace("\r\n", "\n");
    }

    static MimeMessage parse(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}
