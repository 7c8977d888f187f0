package dev.provisioning.notifications.benchmarks.smtp.mail;

import dev.provisioning.notifications.Notification;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * Renders a notification with no more work than must be: the floor that the transport is compared with. It knows nothing
 * of hostile content or long names, which the transport must. Reuses its buffer, so one thread at a time.
 */
public final class HandWrittenMail {
    private static final String BOUNDARY = "=_benchmark";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final WireBuffer out = new WireBuffer();

    /**
     * Renders a mail.
     *
     * @param mail what it says; with HTML
     * @return the content as it goes over the wire, with the final dot; valid until the next mail
     */
    public WireBuffer render(Notification mail) {
        out.clear();
        out.ascii("Date: ").ascii(DATE.format(mail.date())).line();
        out.ascii("From: <").ascii(SampleMail.FROM).ascii(">").line();
        out.ascii("To: <").ascii(mail.recipients().get(0).address()).ascii(">").line();
        out.ascii("Message-ID: <").ascii(mail.id()).ascii("@example.com>").line();
        out.ascii("In-Reply-To: <")
                .ascii(mail.threadId())
                .ascii("@example.com>")
                .line();
        out.ascii("References: <").ascii(mail.threadId()).ascii("@example.com>").line();
        out.ascii("Subject: ");
        EncodedWords.write(mail.subject(), out);
        out.line();
        out.ascii("Auto-Submitted: auto-generated").line();
        out.ascii("X-Auto-Response-Suppress: All").line();
        out.ascii("Content-Language: ").ascii(mail.language().toLanguageTag()).line();
        out.ascii("MIME-Version: 1.0").line();
        out.ascii("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"")
                .line();
        out.line();
        part("plain", mail.text());
        part("html", Objects.requireNonNull(mail.html()));
        return out.ascii("--" + BOUNDARY + "--").line().ascii(".").line();
    }

    private void part(String subtype, String content) {
        out.ascii("--" + BOUNDARY).line();
        out.ascii("Content-Type: text/").ascii(subtype).ascii("; charset=UTF-8").line();
        out.ascii("Content-Transfer-Encoding: quoted-printable").line().line();
        out.quotedPrintable(content.getBytes(StandardCharsets.UTF_8));
        out.line();
    }
}
