package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Notification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.util.QPEncoderStream;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the bytes of a mail (RFC 5322, RFC 2045): the same notification always gives the same bytes. Written
 * by hand and not by {@code MimeMessage}, which makes a Message-ID of its own and looks for handlers at run time.
 */
final class MimeMail {
    /** Cannot occur in a body: in quoted-printable, an equals sign is followed by a digit, a letter or a line end. */
    private static final String BOUNDARY = "=_notification";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MimeMail() {}

    /**
     * Renders a mail.
     *
     * @param notification what it says
     * @param sender from whom it is
     * @param to to whom it is; not necessarily all recipients of the notification
     * @return header and body, the last line ended by CR LF, dots not doubled
     */
    static byte[] render(Notification notification, Sender sender, List<Mailbox> to) {
        MimeMail mail = new MimeMail();
        mail.envelopeFields(notification, sender, to);
        mail.automationFields(notification);
        mail.body(notification.text(), notification.html());
        return mail.out.toByteArray();
    }

    private void envelopeFields(Notification notification, Sender sender, List<Mailbox> to) {
        String thread = messageId(notification.threadId(), sender);
        String name = sender.name();
        field("Date", DATE.format(notification.date()));
        field("From", (name == null ? "" : HeaderText.phrase(name) + "\r\n ") + "<" + sender.from() + ">");
        field("To", to.stream().map(Mailbox::toString).collect(Collectors.joining(",\r\n ")));
        field("Message-ID", messageId(notification.id(), sender));
        field("In-Reply-To", thread);
        field("References", thread);
        field("Subject", HeaderText.unstructured(notification.subject()));
    }

    /** Asks other robots not to answer (RFC 3834 section 5). */
    private void automationFields(Notification notification) {
        field("Auto-Submitted", "auto-generated");
        field("X-Auto-Response-Suppress", "All");
        String language = notification.language().toLanguageTag();
        if (!language.equals("und")) {
            field("Content-Language", language);
        }
        field("MIME-Version", "1.0");
    }

    private void body(String text, @Nullable String html) {
        if (html == null) {
            part("plain", text);
            return;
        }
        field("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        line("");
        line("--" + BOUNDARY);
        part("plain", text);
        // The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1): hence one more.
        line("");
        line("--" + BOUNDARY);
        part("html", html);
        line("");
        line("--" + BOUNDARY + "--");
    }

    private void part(String subtype, String content) {
        field("Content-Type", "text/" + subtype + "; charset=UTF-8");
        field("Content-Transfer-Encoding", "quoted-printable");
        line("");
        String lines = LINE_END.matcher(content).replaceAll("\r\n");
        write(lines.endsWith("\r\n") ? lines : lines + "\r\n");
    }

    private void write(String content) {
        try {
            OutputStream encoder = new QPEncoderStream(out);
            encoder.write(content.getBytes(StandardCharsets.UTF_8));
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Writes a field. A line end in it that is no folding would begin another field, so there is none. */
    private void field(String name, String value) {
        if (value.replace("\r\n ", "").chars().anyMatch(c -> c < 32 || c == 127)) {
            throw new IllegalArgumentException("a control character in " + name);
        }
        line(name + ": " + value);
    }

    private void line(String line) {
        out.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String messageId(String id, Sender sender) {
        return "<" + id + "@" + sender.from().domain() + ">";
    }
}
