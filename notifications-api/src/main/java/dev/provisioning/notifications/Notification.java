package dev.provisioning.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finished mail, ready for a {@link Transport}. Immutable and thread-safe.
 *
 * @param app which application it is about
 * @param id names this mail for good: the same for every attempt to deliver it, made of application and slot. At most
 *     {@value #MAX_ID} letters, digits, dots and hyphens, so that it can stand before the @ of a Message-ID
 * @param threadId names the conversation it belongs to, the same for every mail about the application; spelt as the id
 * @param attempt how often delivery was tried, this time included: 1 for the first
 * @param date when it was composed
 * @param recipients who gets it; not empty
 * @param language in which it is written
 * @param labels what a program can know of it without reading it
 * @param subject one line of 1 to {@value #MAX_SUBJECT} characters, without control characters
 * @param text the body as plain text, with {@code \n} between lines
 * @param html the body as one HTML document, if there is one
 */
public record Notification(
        AppId app,
        String id,
        String threadId,
        int attempt,
        Instant date,
        List<Recipient> recipients,
        Locale language,
        Labels labels,
        String subject,
        String text,
        @Nullable String html) {
    /** The longest {@link #id()} and {@link #threadId()}. */
    public static final int MAX_ID = 100;

    /** The longest {@link #subject()}, in UTF-16 units. */
    public static final int MAX_SUBJECT = 250;

    /** The longest {@link #text()} and {@link #html()}, in UTF-16 units. */
    public static final int MAX_BODY = 1_000_000;

    /**
     * Makes a notification.
     *
     * @throws IllegalArgumentException if a field is not as described above; the message names it
     */
    public Notification {
        Check.present("notification.app", app);
        requireId("notification.id", id);
        requireId("notification.threadId", threadId);
        if (attempt < 1) {
            throw new IllegalArgumentException("notification.attempt is less than 1: " + attempt);
        }
        Check.present("notification.date", date);
        recipients = Check.list("notification.recipients", recipients, Subscription.MAX_RECIPIENTS);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("notification.recipients is empty");
        }
        Check.present("notification.language", language);
        Check.present("notification.labels", labels);
        Check.line("notification.subject", subject, MAX_SUBJECT);
        Check.lines("notification.text", text, MAX_BODY);
        if (html != null) {
            Check.lines("notification.html", html, MAX_BODY);
        }
    }

    /**
     * The same mail for other recipients: for transports that route or redirect.
     *
     * @param others who gets it instead
     * @return a notification that differs in the recipients only
     * @throws IllegalArgumentException if there are none, or too many
     */
    public Notification withRecipients(List<Recipient> others) {
        return new Notification(app, id, threadId, attempt, date, others, language, labels, subject, text, html);
    }

    /** {@return which mail it is and for how many; never what it says or to whom} */
    @Override
    public String toString() {
        return "Notification[" + id + " about " + app + ", attempt " + attempt + ", " + recipients.size()
                + " recipients]";
    }

    private static void requireId(String field, String id) {
        Check.line(field, id, MAX_ID);
        boolean valid = id.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-'))
                && !id.startsWith(".")
                && !id.endsWith(".")
                && !id.contains("..");
        if (!valid) {
            throw new IllegalArgumentException(field + " is not letters, digits, dots and hyphens: " + Check.shown(id));
        }
    }
}
