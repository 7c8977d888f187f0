package dev.provisioning.notifications;

/** What {@link IssueSink#report(Issue)} did with an issue. */
public enum Disposition {
    /** It is recorded, durably where the store is durable, and waits for the application's next mail. */
    HELD,
    /** It repeats an issue that is held already, and is counted with it. */
    MERGED,
    /**
     * The store is out of reach: it is kept in memory within a bound, and recorded as soon as the store is back. It
     * survives anything but the end of the process.
     */
    BUFFERED,
    /** Nobody is to hear of it: notifications are switched off, or the policy does not admit it. */
    IGNORED,
    /** It is not kept: the sink is closed, or a bound is reached. */
    REFUSED
}
