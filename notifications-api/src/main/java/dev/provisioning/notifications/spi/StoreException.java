package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.NotificationException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The store did not do, or did not confirm, what it was asked. A write that ends in this exception has an unknown
 * outcome: it may have taken effect, or may still.
 */
public final class StoreException extends NotificationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Reports a fault of the store.
     *
     * @param message what happened, without secrets
     * @param cause what caused it, if anything did
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
