package dev.provisioning.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What became of a mail for one recipient. Immutable and thread-safe.
 *
 * @param recipient who
 * @param status what became of it
 * @param fault why it was not accepted; null if it was
 */
public record RecipientOutcome(
        Recipient recipient, Status status, @Nullable DeliveryFault fault) {
    /** What can become of a mail for one recipient. */
    public enum Status {
        /** The server has taken responsibility for it. */
        ACCEPTED,
        /** The server could not take it for now. */
        DEFERRED,
        /** The server will never take it. */
        REFUSED
    }

    /**
     * Records an outcome.
     *
     * @throws IllegalArgumentException if a part is missing, or the fault does not fit the status
     */
    public RecipientOutcome {
        Check.present("outcome.recipient", recipient);
        Check.present("outcome.status", status);
        if ((status == Status.ACCEPTED) != (fault == null)) {
            throw new IllegalArgumentException("outcome.fault does not fit the status " + status + ": " + fault);
        }
    }

    /**
     * Records that a recipient was accepted.
     *
     * @param recipient who
     * @return the outcome
     */
    public static RecipientOutcome accepted(Recipient recipient) {
        return new RecipientOutcome(recipient, Status.ACCEPTED, null);
    }

    /**
     * Records that a recipient could not be accepted for now.
     *
     * @param recipient who
     * @param fault why
     * @return the outcome
     */
    public static RecipientOutcome deferred(Recipient recipient, DeliveryFault fault) {
        return new RecipientOutcome(recipient, Status.DEFERRED, fault);
    }

    /**
     * Records that a recipient was refused for good.
     *
     * @param recipient who
     * @param fault why
     * @return the outcome
     */
    public static RecipientOutcome refused(Recipient recipient, DeliveryFault fault) {
        return new RecipientOutcome(recipient, Status.REFUSED, fault);
    }
}
