package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the bytes of a mail (RFC 5322, RFC 2045): the same notification always gives the same bytes. Written
 * by hand and not by {@code MimeMessage}, which makes a Message-ID of its own and looks for handlers at run time.
 */
final class MimeMail {
    /** Cannot occur in a body: in quoted-printable, an equals sign is followed by a digit, a letter or a line end. */
    private static final String BOUNDARY = "=_notification";

    /** Of those that people use none is longer than 35 characters (RFC 5646 section 4.4.1). */
    private static final int LONGEST_LANGUAGE = 60;

    private static final int HEADER = 1024;
    private static final int ADDRESS = 48;

    private final MailBuffer out;

    private MimeMail(MailBuffer out) {
        this.out = out;
    }

    /**
     * Renders a mail.
     *
     * @param notification what it says
     * @param sender from whom it is
     * @param to to whom it is; not necessarily all recipients of the notification
     * @return header and body, ready to follow {@code DATA}: the last line is ended by CR LF, no line begins with a dot, so
     *     that none must be doubled, and none is longer than 998 octets, nor in a body than 76; all is ASCII but for those
     *     local parts in {@code to} that are not
     */
    static byte[] render(Notification notification, Sender sender, List<Mailbox> to) {
        MailBuffer out = new MailBuffer(expected(notification, to));
        MimeMail mail = new MimeMail(out);
        mail.envelopeFields(notification, sender, to);
        mail.automationFields();
        LabelFields.write(notification, sender.unsubscribing(), out);
        mail.contentFields(notification.language());
        mail.body(notification.text(), notification.html());
        return out.toByteArray();
    }

    /** With a quarter for what is escaped: so much that a mail in a language of mostly ASCII needs no second array. */
    private static int expected(Notification notification, List<Mailbox> to) {
        String html = notification.html();
        int content = notification.text().length() + (html == null ? 0 : html.length());
        return HEADER + ADDRESS * to.size() + content + content / 4;
    }

    /**
     * The message that all mails about an application refer to was never sent. It still makes a conversation of them (RFC
     * 5322 section 3.6.4 calls it a thread; RFC 5256 puts siblings without a parent together), whichever of them a reader has.
     */
    private void envelopeFields(Notification notification, Sender sender, List<Mailbox> to) {
        date(notification.date());
        from(sender);
        to(to);
        identifier("Message-ID: <", notification.id(), sender);
        identifier("In-Reply-To: <", notification.threadId(), sender);
        identifier("References: <", notification.threadId(), sender);
        out.ascii("Subject: ");
        HeaderText.unstructured(notification.subject(), out);
        out.lineEnd();
    }

    private void date(Instant date) {
        out.ascii("Date: ");
        MailDate.write(date, out);
        out.lineEnd();
    }

    private void from(Sender sender) {
        out.ascii("From: ");
        if (sender.name() != null) {
            HeaderText.phrase(sender.name(), out);
            HeaderText.space(length(sender.from()) + 2, out);
        }
        out.ascii('<');
        mailbox(sender.from());
        out.ascii('>');
        out.lineEnd();
    }

    private void to(List<Mailbox> to) {
        out.ascii("To: ");
        boolean first = true;
        for (Mailbox mailbox : to) {
            if (!first) {
                out.ascii(',');
                HeaderText.space(length(mailbox) + 1, out);
            }
            mailbox(mailbox);
            first = false;
        }
        out.lineEnd();
    }

    private void mailbox(Mailbox mailbox) {
        out.utf8(mailbox.local());
        out.ascii('@');
        out.ascii(mailbox.domain());
    }

    private static int length(Mailbox mailbox) {
        return mailbox.local().length() + 1 + mailbox.domain().length();
    }

    private void identifier(String opening, String id, Sender sender) {
        out.ascii(opening);
        out.ascii(id);
        out.ascii('@');
        out.ascii(sender.from().domain());
        out.ascii('>');
        out.lineEnd();
    }

    /** Asks other robots not to answer (RFC 3834 section 5). */
    private void automationFields() {
        line("Auto-Submitted: auto-generated");
        line("X-Auto-Response-Suppress: All");
    }

    private void contentFields(Locale locale) {
        String language = locale.toLanguageTag();
        if (!language.equals("und") && language.length() <= LONGEST_LANGUAGE) {
            out.ascii("Content-Language: ");
            line(language);
        }
        line("MIME-Version: 1.0");
    }

    private void body(String text, @Nullable String html) {
        if (html == null) {
            part("plain", text);
            return;
        }
        line("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        out.lineEnd();
        line("--" + BOUNDARY);
        part("plain", text);
        // The line end before a boundary belongs to the boundary (RFC 2046 section 5.1.1): hence one more.
        out.lineEnd();
        line("--" + BOUNDARY);
        part("html", html);
        out.lineEnd();
        line("--" + BOUNDARY + "--");
    }

    private void part(String subtype, String content) {
        out.ascii("Content-Type: text/");
        out.ascii(subtype);
        line("; charset=UTF-8");
        line("Content-Transfer-Encoding: quoted-printable");
        out.lineEnd();
        QuotedPrintable.write(content, out);
    }

    private void line(String line) {
        out.ascii(line);
        out.lineEnd();
    }
}
