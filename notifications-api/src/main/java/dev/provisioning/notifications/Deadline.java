package dev.provisioning.notifications;

import java.time.Instant;

/**
 * By when somebody has to act, and what happens otherwise. Immutable and thread-safe.
 *
 * @param at the last moment to act
 * @param consequence what happens after it, as one sentence of at most {@value #MAX_CONSEQUENCE} characters
 */
public record Deadline(Instant at, String consequence) {
    /** The longest {@link #consequence()}, in UTF-16 units. */
    public static final int MAX_CONSEQUENCE = 300;

    /**
     * Sets a deadline.
     *
     * @throws IllegalArgumentException if a part is missing, or the consequence is blank, over-long or holds a
     *     control character
     */
    public Deadline {
        Check.present("deadline.at", at);
        Check.line("deadline.consequence", consequence, MAX_CONSEQUENCE);
    }
}
