package dev.provisioning.notifications;

/**
 * The durable mark that a mail is about to leave. Behind it the mail counts as sent unless the receiving side refuses
 * it; before it, nothing has happened.
 *
 * <p>Passing it is a transaction of the store, and asks once more whether the mail may still leave: nobody else has
 * taken the slot over, the slot is open, the application is still switched on with the same recipients. To be called by
 * the thread that delivers.
 */
@FunctionalInterface
public interface PointOfNoReturn {
    /**
     * Makes the mark.
     *
     * @throws HandoverRefusedException if the mail must not leave, or was marked before: leave without sending it
     */
    void pass();
}
