package dev.provisioning.notifications;

/**
 * Carries a finished mail to its recipients, and tells what became of it.
 *
 * <p>The contract, in the order of events:
 * <ol>
 *   <li>Prepare: connect, authenticate, name the recipients, send all that can still be taken back.
 *   <li>Call {@link PointOfNoReturn#pass()}, once, immediately before the step that makes the mail irrevocable (in SMTP:
 *       the final dot). If it throws, leave without taking that step; do not catch the exception.
 *   <li>Take the step, and answer what became of it.
 * </ol>
 *
 * <p>A transport that throws is taken to have delivered nothing if the point was not passed
 * ({@link DeliveryResult.Retry}), and perhaps everything if it was ({@link DeliveryResult.InDoubt}). It should bound its
 * own time; a delivery that takes too long is interrupted, and judged by the same rule.
 *
 * <p>Called from several threads at once, for different applications.
 *
 * <pre>{@code
 * Transport chat = (notification, point) -> {
 *     point.pass();
 *     post(notification.id(), notification.subject(), notification.text());
 *     return DeliveryResult.accepted(notification);
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
    /**
     * Delivers a mail.
     *
     * @param notification the mail
     * @param point to be passed immediately before the irrevocable step
     * @return what became of it
     */
    DeliveryResult deliver(Notification notification, PointOfNoReturn point);

    /** Releases what the transport holds. Does nothing by default; may be called more than once. */
    @Override
    default void close() {}
}
