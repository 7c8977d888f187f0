package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The durable mark of the point of no return, with what any node needs to end the slot if the owner is gone. Immutable
 * and thread-safe.
 *
 * @param at when the mark was made: a policy window is told by this instant
 * @param opensAt when the next slot opens, by the policy as it was then
 * @param cut the ledger's revision that the mail was composed from: the mail covers what has not changed since
 * @param recipients to whom it goes
 * @param subject what its subject says
 * @param issues how many issues it covers
 */
public record Handover(Instant at, Instant opensAt, long cut, List<Recipient> recipients, String subject, int issues) {
    /** Makes a mark. */
    public Handover {
        Objects.requireNonNull(at, "handover.at");
        Objects.requireNonNull(opensAt, "handover.opensAt");
        Objects.requireNonNull(subject, "handover.subject");
        recipients = List.copyOf(recipients);
    }
}
