package dev.provisioning.notifications;

/** How much an {@link Issue} matters, from the least to the most. */
public enum Severity {
    /** Good to know; nothing is wrong. */
    INFO,
    /** Something will go wrong if nobody looks. */
    WARNING,
    /** Provisioning of the application does not work, or not safely. A mail is due. */
    CRITICAL,
    /** As critical, and it does not bear waiting for tomorrow's mail: a listener may want to page somebody. */
    URGENT;

    /**
     * Tells whether this is as bad as another severity.
     *
     * @param other the severity to compare with
     * @return true if this is the same or worse
     */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }
}
