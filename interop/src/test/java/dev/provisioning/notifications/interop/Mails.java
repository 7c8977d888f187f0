package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mails as they leave, and as they are read. */
final class Mails {
    static final String SENDER = "provisioning@engine.example";
    static final String SUBJECT =
            "Zürich: 1 Störung, schon wieder – bitte die Berichte lesen und das Kennwort erneuern";

    /** With what SMTP must escape, and what mails must encode. */
    static final String TEXT =
            "Das Kennwort ist abgelaufen.\n.\n.. so ist es = 100 %\nFrom hier an steht \u65e5\u672c\u8a9e.\n";

    static final String HTML = "<p>Das Kennwort ist abgelaufen.</p>\n<p>.</p>\n";

    /** For deliveries that are over before the final dot. */
    static final PointOfNoReturn NOT_REACHED = () -> {
        throw new AssertionError("the point of no return was passed");
    };

    private Mails() {}

    static Notification notification(String id, Recipient... recipients) {
        return notification(id, TEXT, HTML, recipients);
    }

    static Notification notification(String id, String text, @Nullable String html, Recipient... recipients) {
        return new Notification(
                AppId.of("contoso", "hr"),
                id,
                "contoso-hr",
                1,
                Instant.parse("2026-03-02T04:05:06Z"),
                List.of(recipients),
                Locale.GERMANY,
                Labels.NONE,
                SUBJECT,
                text,
                html);
    }

    /** More than the buffers between two processes hold: 12 MB as they are sent. */
    static Notification hugeNotification(String id, Recipient... recipients) {
        String text = "é".repeat(70).concat("\n").repeat(14_000);
        return notification(id, text, text, recipients);
    }

    /** The Message-ID of the mail of that id. */
    static String messageId(String id) {
        return "<" + id + "@engine.example>";
    }

    static MimeMessage parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** All values of a header field, unfolded. */
    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            return values == null ? "" : String.join("\n", values).replaceAll("\r\n\\s+", " ");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Asserts that a mail says what its notification says. */
    static void assertSays(MimeMessage mail, Notification notification) throws MessagingException, IOException {
        assertThat(mail.getMessageID()).isEqualTo(messageId(notification.id()));
        assertThat(mail.getSubject()).isEqualTo(notification.subject());
        assertThat(mail.getSentDate()).isEqualTo(notification.date());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(content(parts, 0)).isEqualTo(notification.text());
        assertThat(content(parts, 1)).isEqualTo(notification.html());
    }

    /** Mailboxes may keep the lines of mails as the system ends lines. */
    private static String content(MimeMultipart parts, int number) throws MessagingException, IOException {
        return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
    }

    /** Why the mail was not accepted. */
    static DeliveryFault faultOf(DeliveryResult result) {
        if (result instanceof DeliveryResult.Retry retry) {
            return retry.fault();
        }
        if (result instanceof DeliveryResult.Rejected rejected) {
            return rejected.fault();
        }
        if (result instanceof DeliveryResult.Misconfigured misconfigured) {
            return misconfigured.fault();
        }
        if (result instanceof DeliveryResult.InDoubt doubt) {
            return doubt.fault();
        }
        throw new AssertionError("no failure: " + result);
    }

    /** What became of an accepted mail for each recipient, in their order. */
    static List<RecipientOutcome.Status> statuses(DeliveryResult result) {
        if (result instanceof DeliveryResult.Accepted accepted) {
            return accepted.outcomes().stream().map(RecipientOutcome::status).toList();
        }
        throw new AssertionError("not accepted: " + result);
    }
}
