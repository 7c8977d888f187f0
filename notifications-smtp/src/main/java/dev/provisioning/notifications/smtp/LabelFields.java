package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import java.util.List;
import java.util.Locale;

/**
 * The header fields that programs read: rules that sort mails, ticket systems, and the buttons of mail clients.
 *
 * <p>Names of our own begin with X- although RFC 6648 advises against it: what people filter the mails of GitHub and GitLab by
 * does so too, and Exchange keeps such fields for programs.
 */
final class LabelFields {
    /** Less than what no line may exceed (RFC 5322 section 2.1.1): some readers count its end, and more. */
    private static final int LONGEST_LINE = 990;

    private final MailBuffer out;

    private LabelFields(MailBuffer out) {
        this.out = out;
    }

    /**
     * Writes those that a mail deserves.
     *
     * @param unsubscribing whether to say where notifications can be switched off
     */
    static void write(Notification notification, boolean unsubscribing, MailBuffer out) {
        Labels labels = notification.labels();
        LabelFields fields = new LabelFields(out);
        fields.importance(labels);
        fields.application(notification.app().toString());
        fields.slot(labels.slot());
        fields.issues(labels);
        if (unsubscribing && labels.settings() != null) {
            fields.unsubscribe(labels.settings().uri().toASCIIString());
        }
    }

    /**
     * RFC 2156 section 5.3.4. Only what is urgent stands out, and nothing is called low: whoever wants mails about less
     * than is critical has asked for them, and a test is to be seen.
     */
    private void importance(Labels labels) {
        if (labels.severity() == Severity.URGENT) {
            out.ascii("Importance: high");
            out.lineEnd();
        }
    }

    private void application(String app) {
        out.ascii("X-Provisioning-Application: ");
        HeaderText.verbatim(app, out);
        out.lineEnd();
    }

    private void slot(long slot) {
        if (slot > 0) {
            out.ascii("X-Provisioning-Slot: ");
            out.ascii(Long.toString(slot));
            out.lineEnd();
        }
    }

    /** A mail that is about no issue, such as a test, has no severity either. */
    private void issues(Labels labels) {
        if (labels.kinds().isEmpty()) {
            return;
        }
        kinds(labels.kinds());
        out.ascii("X-Provisioning-Severity: ");
        out.ascii(labels.severity().name().toLowerCase(Locale.ROOT));
        out.lineEnd();
    }

    private void kinds(List<IssueKind> kinds) {
        out.ascii("X-Provisioning-Kinds: ");
        boolean first = true;
        for (IssueKind kind : kinds) {
            if (!first) {
                out.ascii(',');
                HeaderText.space(kind.name().length() + 1, out);
            }
            out.ascii(kind.name());
            first = false;
        }
        out.lineEnd();
    }

    /**
     * RFC 2369 section 3.2. White space within the brackets is no way to fold: section 2 forbids it to servers, and only
     * asks readers to bear it.
     *
     * <p>Never with the List-Unsubscribe-Post of RFC 8058: recipients are distribution lists, where one click, or a scanner that
     * follows links, must not silence an application for all.
     */
    private void unsubscribe(String address) {
        String field = "List-Unsubscribe: <" + address + ">";
        if (field.length() <= LONGEST_LINE) {
            out.ascii(field);
            out.lineEnd();
        }
    }
}
