package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.IssueKind;

/** Why Microsoft Graph says that a job is in quarantine: {@code quarantineReason}, and what it means to a reader. */
enum QuarantineReason {
    /** Too many objects wait for another attempt. */
    ENCOUNTERED_BASE_ESCROW_THRESHOLD(IssueKind.FAILURE_RATE_EXCEEDED, "too many accounts fail"),
    /** Too many objects wait for another attempt, all in all. */
    ENCOUNTERED_TOTAL_ESCROW_THRESHOLD(IssueKind.FAILURE_RATE_EXCEEDED, "too many accounts fail, all in all"),
    /** Too large a part of the objects waits for another attempt. */
    ENCOUNTERED_ESCROW_PROPORTION_THRESHOLD(IssueKind.FAILURE_RATE_EXCEEDED, "too large a part of the accounts fails"),
    /** Something that no attempt can overcome; the error beside it tells what. */
    ENCOUNTERED_QUARANTINE_EXCEPTION(IssueKind.QUARANTINED, "an error that does not pass by itself"),
    /** Somebody asked for it. */
    QUARANTINED_ON_DEMAND(IssueKind.QUARANTINED, "somebody has asked for it"),
    /** A cycle would have deleted too much. */
    TOO_MANY_DELETES(IssueKind.DELETE_THRESHOLD_EXCEEDED, "too many accounts would have been deleted"),
    /** What is to be provisioned could not be read to the end. */
    INGESTION_INTERRUPTED(IssueKind.QUARANTINED, "reading the source was interrupted"),
    /** No reason is given, or one that this example has not heard of. */
    UNKNOWN(IssueKind.QUARANTINED, "no reason is given");

    @SuppressWarnings("ImmutableEnumChecker") // It is immutable, and says so in words only.
    private final IssueKind kind;

    private final String words;

    QuarantineReason(IssueKind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /**
     * Finds a reason by its name in Microsoft Graph.
     *
     * @param name such as {@code TooManyDeletes}
     * @return the reason; {@link #UNKNOWN} if it is another
     */
    static QuarantineReason named(String name) {
        for (QuarantineReason reason : values()) {
            if (reason.name().replace("_", "").equalsIgnoreCase(name)) {
                return reason;
            }
        }
        return UNKNOWN;
    }

    IssueKind kind() {
        return kind;
    }

    String words() {
        return words;
    }

    /** {@return whether the error that comes with it tells more than the reason itself} */
    boolean leavesItToTheError() {
        return kind.equals(IssueKind.QUARANTINED);
    }
}
