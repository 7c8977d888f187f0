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
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {
    private static final Sender SENDER =
            new Sender(Mailbox.of(Recipient.mail("provisioning@bücher.example")), "Kontenverwaltung Zürich", "", false);

    @Test
    void isTheSameBytesEachTime() {
        assertThat(render(notification(ANN))).isEqualTo(render(notification(ANN)));
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
    @ValueSource(
            strings = {"a\r\nBcc: eve@example.com", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b", "a\uD83Db"})
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
        String boundary = new ContentType(parse(render(notification(ANN))).getContentType()).getParameter("boundary");
        String text =
                ".\n\nBcc: eve@example.com\n--B\nContent-Type: text/html\n\n--B--\n.\n".replace("--B", "--" + boundary);

        MimeMessage message = parse(render(notification("subject", text, text, ANN)));

        assertThat(message.getHeader("Bcc")).isNull();
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
    }

    /** As long as a body may be: one word, one character that takes much space, one kind of line that must be changed. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "–", "😀", ".\n", " \n"})
    void saysTheLongestBodyToo(String piece) throws MessagingException, IOException, MimeException {
        String text = piece.repeat(Notification.MAX_BODY / piece.length());
        byte[] mail = render(notification("subject", text, null, ANN));

        String read = (text.endsWith("\n") ? text : text + "\n").replace("\n", "\r\n");
        assertThat(ReadMail.byJakartaMail(mail).parts().equals(List.of(read))).isTrue();
        assertThat(ReadMail.byMime4j(mail).parts().equals(List.of(read))).isTrue();
        assertThat(text(mail).lines()).allMatch(line -> line.length() <= 76 && !line.startsWith("."));
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

    static MimeMessage parse(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}
