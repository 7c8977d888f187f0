package dev.provisioning.notifications.simulation.plan;

/** What can go wrong with one operation of the store. */
public enum StoreTrouble {
    /** It throws, and has no effect. */
    FAILS,
    /** It takes effect, and throws. */
    COMMIT_LOST,
    /** It throws, and takes effect later, if the comparison holds then. */
    COMMIT_LATE,
    /** The node dies before it has an effect. */
    CRASH_BEFORE,
    /** The node dies after it has taken effect. */
    CRASH_AFTER,
    /** The node dies, and it takes effect later, if the comparison holds then. */
    CRASH_LATE,
    /** The node is stopped before it has an effect, and others go on. */
    STOP_BEFORE,
    /** The node is stopped after it has taken effect, and others go on. */
    STOP_AFTER;

    /** {@return whether it makes sense for an operation that only reads} */
    public boolean fitsReads() {
        return this != COMMIT_LOST && this != COMMIT_LATE && this != CRASH_LATE;
    }
}
