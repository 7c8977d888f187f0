package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.Transport;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Closes several transports. */
final class Closing {
    private Closing() {}

    /** Closes each, also if another one throws; throws what the first one threw. */
    static void all(Collection<Transport> transports) {
        RuntimeException thrown = null;
        for (Transport transport : transports) {
            thrown = first(thrown, close(transport));
        }
        if (thrown != null) {
            throw thrown;
        }
    }

    private static @Nullable RuntimeException close(Transport transport) {
        try {
            transport.close();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static @Nullable RuntimeException first(@Nullable RuntimeException one, @Nullable RuntimeException other) {
        if (one != null && other != null && one != other) {
            one.addSuppressed(other);
        }
        return one == null ? other : one;
    }
}
