package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail will go out for an application, or why not. Immutable and thread-safe.
 *
 * @param app which application
 * @param verdict the answer in one word
 * @param nextMailAt when a mail will leave, as far as that can be told: when it is due or tried again; null if none is
 *     on its way
 * @param heldIssues how many issues wait for a mail
 * @param attempts how often the mail of the present slot was tried
 * @param failingSince when the first of these attempts failed; null if none did
 * @param fault why the latest attempt failed, or why the transport is paused; null if neither is so
 * @param lastMail the mail that used the previous slot: when, to whom, with which outcome; null if there was none
 */
public record Explanation(
        AppId app,
        Verdict verdict,
        @Nullable Instant nextMailAt,
        int heldIssues,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable DeliveryFault fault,
        @Nullable SentMail lastMail) {
    /** What can be said about an application. */
    public enum Verdict {
        /** Notifications are switched off, or nobody has subscribed. */
        SWITCHED_OFF("notifications are switched off"),
        /** The subscription source does not answer, so nothing is sent. */
        SUBSCRIPTION_UNKNOWN("whether notifications are switched on is not known now"),
        /** The store cannot be read, so nothing is sent. */
        STORE_LOST("the store is out of reach"),
        /** Nothing that deserves a person was reported since the last mail. */
        NOTHING_HELD("nothing to tell"),
        /** Something waits for the next window, because the present one's mail has left. */
        SLOT_USED("this window's mail has left, the rest waits for the next"),
        /** Something waits for others to join it, or for its time of day. */
        GATHERING("a mail is being gathered"),
        /** A node composes or delivers a mail now. */
        SENDING("a mail is being sent"),
        /** The mail was not accepted, and is tried again. */
        RETRYING("the mail was not accepted yet, and is tried again"),
        /** The mail was refused for good; recipients or content must change. */
        REJECTED("the mail was refused"),
        /** The sending side must be mended. */
        MISCONFIGURED("mail cannot be sent before the set-up is mended"),
        /** The transport does not work for anybody, so nothing is tried. */
        TRANSPORT_PAUSED("the transport is paused after a fault");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /** {@return the explanation in one sentence, safe to log} */
    @Override
    public String toString() {
        StringBuilder sentence = new StringBuilder(app.toString()).append(": ").append(verdict.words);
        if (heldIssues > 0) {
            sentence.append("; issues waiting: ").append(heldIssues);
        }
        if (nextMailAt != null) {
            sentence.append("; next mail at ").append(nextMailAt);
        }
        if (failingSince != null) {
            sentence.append("; failing since ")
                    .append(failingSince)
                    .append(", attempts: ")
                    .append(attempts);
        }
        if (fault != null) {
            sentence.append("; ").append(fault);
        }
        if (lastMail != null) {
            sentence.append("; last mail at ")
                    .append(lastMail.at())
                    .append(lastMail.inDoubt() ? ", perhaps accepted for " : ", accepted for ")
                    .append(accepted(lastMail))
                    .append(" of ")
                    .append(lastMail.outcomes().size())
                    .append(lastMail.outcomes().size() == 1 ? " recipient" : " recipients");
        }
        return sentence.toString();
    }

    private static long accepted(SentMail mail) {
        return mail.outcomes().stream()
                .filter(outcome -> outcome.status() == RecipientOutcome.Status.ACCEPTED)
                .count();
    }
}
