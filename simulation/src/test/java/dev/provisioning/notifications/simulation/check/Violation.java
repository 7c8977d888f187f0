package dev.provisioning.notifications.simulation.check;

/**
 * A promise that was broken.
 *
 * @param promise which
 * @param what by what, in words
 */
public record Violation(Promise promise, String what) {
    /** The promises of DESIGN, section 2, as far as they can be seen here. */
    public enum Promise {
        ONE_A_DAY,
        NOTHING_LOST,
        NEVER_IN_THE_WAY,
        NEVER_TO_THE_WRONG_PERSON,
        NOTHING_BUT_TIME
    }

    @Override
    public String toString() {
        return promise + ": " + what;
    }
}
