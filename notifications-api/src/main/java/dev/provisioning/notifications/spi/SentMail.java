package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.RecipientOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A mail that has used its slot. Immutable and thread-safe.
 *
 * @param slot the number of the slot
 * @param at when it passed the point of no return
 * @param inDoubt whether no answer came, so that it may not have been accepted
 * @param outcomes what became of it for each recipient; when in doubt, to whom it went, each as if it had been accepted
 * @param subject what its subject says
 * @param issues how many issues it covers
 */
public record SentMail(
        long slot, Instant at, boolean inDoubt, List<RecipientOutcome> outcomes, String subject, int issues) {
    /** Records a mail. */
    public SentMail {
        Objects.requireNonNull(at, "mail.at");
        Objects.requireNonNull(subject, "mail.subject");
        outcomes = List.copyOf(outcomes);
    }
}
