package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.NotificationException;
import java.io.Serial;

/**
 * The store has no room for what is new, and has changed nothing. It is no fault: all that it holds is there, and goes its way.
 */
public final class StoreFullException extends NotificationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Reports that a store is full.
     *
     * @param message what its bound is
     */
    public StoreFullException(String message) {
        super(message, null);
    }
}
