package dev.provisioning.notifications.simulation.check;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen from outside. Its place in the {@link Journal} says what came before what; {@code began} is the place at
 * which something began that ended with the note. Times are true, in nanoseconds since the beginning.
 */
public sealed interface Note {
    /** What becomes of a delivery for the node that makes it. */
    enum Answer {
        ACCEPTED,
        /** Certainly not accepted. */
        REFUSED,
        /** No answer, or none that says anything. */
        DOUBT,
        /** The point of no return has refused, and the transport has let it. */
        STOPPED
    }

    /**
     * An engine has reported an issue.
     *
     * @param admissible whether it deserves a person
     * @param answer what it was told; null if its node died meanwhile
     */
    record Reported(
            long at,
            int began,
            int node,
            int app,
            String key,
            String kind,
            boolean admissible,
            @Nullable String answer) implements Note {}

    /** An engine has said that an issue is over; the answer is null if its node died meanwhile. */
    record Resolved(
            long at,
            int began,
            int node,
            int app,
            String key,
            @Nullable String answer) implements Note {}

    /** A cycle has begun. */
    record CycleBegan(int cycle, int app) implements Note {}

    /**
     * A cycle was completed.
     *
     * @param certain whether nothing went wrong meanwhile
     * @param resolved how many issues it is said to have ended
     */
    record CycleCompleted(int began, int cycle, boolean certain, int resolved) implements Note {}

    /** An engine has made certain that nothing leaves; or has tried, and cannot be certain. */
    record Deactivated(int began, int app, boolean certain) implements Note {}

    /** An administrator has set something. */
    record Subscribed(int app, boolean active, List<String> recipients, String zone) implements Note {}

    /** The subscription source has begun to throw, or has ended to. */
    record SourceFails(boolean fails) implements Note {}

    /** A node has handed a mail to its transport. */
    record DeliveryBegan(
            long at, int delivery, int node, int app, String mail, long slot, List<String> recipients, Listing listing)
            implements Note {}

    /**
     * A mail has asked to pass the point of no return.
     *
     * @param at when it asked
     * @param passed whether it was let
     * @param clock what its node's clock said, when it looked at it last
     * @param zones in which zones the application was, as its node was told meanwhile
     */
    record Passed(long at, int began, int delivery, boolean passed, Instant clock, List<String> zones)
            implements Note {}

    /** The mail server has accepted a mail. */
    record Accepted(long at, int delivery) implements Note {}

    /** A node's transport has answered. */
    record Answered(long at, int delivery, Answer answer) implements Note {}

    /** A node has told that it has recorded an acceptance. */
    record Recorded(int app, long slot) implements Note {}

    /** A clock was set, so far from the true time; that of a node, or the one that all go by. */
    record ClockSet(long at, int node, long offset) implements Note {}

    /** A node has begun, with empty memory. */
    record Started(long at, int node) implements Note {}

    /** A node has ended: it has died, or was closed and has written all that it had counted. */
    record Ended(long at, int node, boolean allWritten) implements Note {}

    /** Something went wrong for a node. */
    record Disturbed(long at, int node) implements Note {}

    /** A node stands still, or goes on. */
    record Stopped(long at, int node, boolean still) implements Note {}

    /** Something was thrown where nothing should be. */
    record Thrown(String what) implements Note {}
}
