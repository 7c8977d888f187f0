package dev.provisioning.notifications.simulation.plan;

import java.time.Instant;

/**
 * What a run is set up with.
 *
 * @param start the true time at which it begins
 * @param nodes how many nodes share the store
 * @param apps how many applications there are
 * @param window what the policy's window is
 * @param inDoubt what is done with a mail in doubt
 * @param storeClock whether the store tells the time to all nodes, or each goes by a clock of its own
 * @param pollMinutes how often a node asks the store though it knows of nothing; 0 if never
 * @param flushSeconds how long repeats stay unwritten
 * @param maxIssues how many issues are kept of an application
 * @param mailsPerSecond how many deliveries a node may begin in a second
 * @param spreadMinutes over how long a time the mails of a morning are spread
 * @param seedOfNodes of the random numbers that nodes use
 */
public record Setting(
        Instant start,
        int nodes,
        int apps,
        Window window,
        InDoubt inDoubt,
        boolean storeClock,
        int pollMinutes,
        int flushSeconds,
        int maxIssues,
        int mailsPerSecond,
        int spreadMinutes,
        long seedOfNodes) {
    /** So long things happen and go wrong. */
    public static final long ACTIVE_MILLIS = 23 * Author.DAY;

    /** So long it is quiet afterwards, with nothing wrong, until everything owed has to be told. */
    public static final long SETTLED_MILLIS = ACTIVE_MILLIS + 4 * Author.DAY;

    /** So long a run takes. */
    public static final long ALL_MILLIS = 30 * Author.DAY;

    /** A policy's window. */
    public enum Window {
        /** A calendar day in the subscription's zone. */
        DAY,
        /** A calendar day, and six hours at least. */
        DAY_AND_GAP,
        /** 24 hours. */
        ROLLING
    }

    /** What is done with a mail in doubt. */
    public enum InDoubt {
        CARRY_OVER,
        ASSUME_SENT,
        RESEND
    }
}
