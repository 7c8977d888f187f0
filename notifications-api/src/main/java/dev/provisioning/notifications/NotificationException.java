package dev.provisioning.notifications;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The root of all exceptions of this library that are not about bad arguments. */
public class NotificationException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what happened, without secrets
     * @param cause what caused it, if anything did
     */
    protected NotificationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
