package dev.provisioning.notifications;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A mail must not leave, although its delivery had begun. A transport lets this exception pass and sends nothing.
 */
public final class HandoverRefusedException extends NotificationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Refuses a handover.
     *
     * @param message why the mail must not leave
     * @param cause what caused it, if anything did
     */
    public HandoverRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
