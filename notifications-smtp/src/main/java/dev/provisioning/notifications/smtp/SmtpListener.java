package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.time.Duration;

/**
 * Is told how long each stage of a conversation took: for metrics.
 *
 * <p>Called by the thread that delivers, between two steps of the conversation, so it must not wait, and must not close the
 * transport; from several threads at once. Not called for the stage in which a conversation failed: that is in the result
 * of the delivery. Nor is it called for a {@linkplain SmtpTransport#probe probe}, which tells its times itself. A listener
 * that throws is logged and ignored.
 *
 * <p>With STARTTLS, {@code GREETING} ends twice: once in plaintext, once within TLS. {@code HANDOVER} begins behind the point
 * of no return, whose own time counts nowhere.
 */
@FunctionalInterface
public interface SmtpListener {
    /**
     * A stage is over.
     *
     * @param stage which; on a kept connection the first is {@link Stage#SENDER}, or {@link Stage#GREETING} if the server was
     *     asked whether it is still there; where it takes several commands at once, {@code SENDER} takes the round trip for
     *     all of them
     * @param took how long it took, the wait for the server's answers included
     */
    void stageEnded(Stage stage, Duration took);
}
