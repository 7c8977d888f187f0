package dev.provisioning.notifications.spi;

/** Where the slot of an application stands. */
public enum Phase {
    /** Nothing is held. */
    IDLE,
    /** Something is held, and waits for the slot to be due. */
    GATHERING,
    /** A node composes and delivers; another may take over once the claim's time is over. */
    CLAIMED,
    /** The mail has passed the point of no return, and its outcome is awaited. Nobody can take over. */
    HANDED_OVER,
    /** The mail was not accepted, and is tried again. */
    RETRY,
    /** The mail was refused for good, and is tried again slowly. */
    REJECTED,
    /** Somebody must mend the set-up; the mail is tried again slowly. */
    MISCONFIGURED;

    /** {@return whether the slot waits for its time, and no node is at work on it} */
    public boolean isWaiting() {
        return this == GATHERING || this == RETRY || this == REJECTED || this == MISCONFIGURED;
    }
}
