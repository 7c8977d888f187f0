package dev.provisioning.notifications;

import java.time.Instant;

/**
 * Is told of everything that happens to issues and mails: where a host hooks in metrics, an audit trail, or a page to
 * somebody when an urgent issue meets a used slot.
 *
 * <p>Every method does nothing by default. A method is called after the fact, on the thread that brought it about: for
 * reports the caller's, for mails a sending thread; so it should be quick. Issues are told as they are kept: without what the
 * notifier hides. What it throws is logged and ignored. It is
 * <em>not</em> called for repeats that are answered from memory, nor for issues that are ignored. Called from several
 * threads at once.
 */
public interface NotificationListener {
    /**
     * An issue was recorded and waits for the next mail.
     *
     * @param issue what was reported
     * @param slotUsed true if the current window's mail has left already, so that the issue has to wait for the next
     */
    default void issueHeld(Issue issue, boolean slotUsed) {}

    /**
     * The store is out of reach, and an issue is kept in memory.
     *
     * @param issue what was reported
     */
    default void issueBuffered(Issue issue) {}

    /**
     * A bound was reached, or the notifier is closed, and an issue is not kept.
     *
     * @param issue what was reported
     * @param bound which bound, in words
     */
    default void issueRefused(Issue issue, String bound) {}

    /**
     * An issue is over.
     *
     * @param app which application had the problem
     * @param key the key of the issue
     */
    default void issueResolved(AppId app, String key) {}

    /**
     * An application was found to be switched off, and what was held for it is dropped.
     *
     * @param app which application
     * @param issues how many held issues were dropped
     */
    default void issuesDropped(AppId app, int issues) {}

    /**
     * This node has taken a slot, and is about to compose and deliver its mail.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param attempt how often its delivery was tried, this time included
     */
    default void slotClaimed(AppId app, long slot, int attempt) {}

    /**
     * The composer failed.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param cause what the composer threw; if its words told a secret, something that tells all but that
     */
    default void compositionFailed(AppId app, long slot, Throwable cause) {}

    /**
     * A mail has passed the point of no return.
     *
     * @param app which application
     * @param slot the number of the slot
     */
    default void handedOver(AppId app, long slot) {}

    /**
     * A mail was accepted; the slot is used.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param result what became of it for each recipient
     */
    default void accepted(AppId app, long slot, DeliveryResult.Accepted result) {}

    /**
     * A mail was not accepted, and is tried again; the slot stays open.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param result why
     * @param nextAttempt when it is tried again
     */
    default void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {}

    /**
     * A mail was refused for good. Its issues stay held, and it is tried again, slowly.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param result why
     * @param nextAttempt when it is tried again
     */
    default void rejected(AppId app, long slot, DeliveryResult.Rejected result, Instant nextAttempt) {}

    /**
     * A mail could not be sent before an administrator acts. Its issues stay held, and it is tried again, slowly.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param result what to mend
     * @param nextAttempt when it is tried again
     */
    default void misconfigured(AppId app, long slot, DeliveryResult.Misconfigured result, Instant nextAttempt) {}

    /**
     * A mail was handed over and no answer came. What follows is what the notifier was told to do then: by default the slot
     * counts as used, and its issues are carried to the next mail.
     *
     * @param app which application
     * @param slot the number of the slot
     * @param result what is known
     */
    default void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {}

    /**
     * A fault concerns the transport as a whole: nothing is sent until it is tried again.
     *
     * @param fault what is wrong
     * @param until when it is tried again
     */
    default void transportPaused(DeliveryFault fault, Instant until) {}

    /** The transport works again. */
    default void transportResumed() {}

    /**
     * The store cannot be reached: reports are kept in memory, and nothing is sent.
     *
     * @param cause what the store threw; if its words told a secret, something that tells all but that
     */
    default void storeLost(Throwable cause) {}

    /** The store can be reached again. */
    default void storeBack() {}
}
