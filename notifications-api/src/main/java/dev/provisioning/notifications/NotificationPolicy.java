package dev.provisioning.notifications;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Decides which issues deserve a person, and when the next mail of an application may leave.
 *
 * <p>Implementations are pure functions of their arguments: no clock, no state, no input or output; they may be asked
 * about one thing any number of times and must give the same answer. Thread-safe.
 *
 * <p>A question that a policy fails at, or answers against this contract, is answered by the daily policy in its place.
 *
 * <p>However a policy answers, a slot carries one mail: "one a day" is a policy, "one per slot" is the law.
 */
public interface NotificationPolicy {
    /**
     * Tells whether an issue deserves a person at all.
     *
     * @param issue what was reported
     * @return false to ignore it
     */
    boolean admits(Issue issue);

    /**
     * Tells when the slot after a used one opens: no mail of the application leaves earlier.
     *
     * @param app which application
     * @param usedAt when its last slot was used: the instant of the point of no return
     * @param zone the subscription's zone now
     * @return an instant after {@code usedAt}, by at most {@link #longestWindow()}
     */
    Instant opensAt(AppId app, Instant usedAt, ZoneId zone);

    /**
     * Tells when an issue wants the application's next mail to leave.
     *
     * @param app which application
     * @param heldAt when the issue began to wait
     * @param opensAt when the application's slot opens, or opened; {@link Instant#MIN}, which no zone can
     *     tell, if none was ever used: so compare it with {@code heldAt} first
     * @param zone the subscription's zone now
     * @return an instant not before {@code opensAt}
     */
    Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone);

    /**
     * Tells the longest time that {@link #opensAt} ever puts between two mails. An opening further away than this and
     * a week must come from a clock that was wrong, and is computed anew.
     *
     * @return a positive duration of at most ten years
     */
    Duration longestWindow();
}
