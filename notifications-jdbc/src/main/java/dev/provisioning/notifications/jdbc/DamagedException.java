package dev.provisioning.notifications.jdbc;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What was read is not what was written. Leaves this package as the cause of a StoreException only. */
final class DamagedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        this(message, null);
    }

    DamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
