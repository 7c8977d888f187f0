package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Misconfigured;
import dev.provisioning.notifications.DeliveryResult.Retry;
import dev.provisioning.notifications.Stage;
import org.jspecify.annotations.Nullable;

/** What kept each transport from beginning; the most hopeful of it becomes the answer. For one delivery. */
final class Setbacks {
    private @Nullable DeliveryResult retry;
    private @Nullable RuntimeException thrown;
    private @Nullable DeliveryResult misconfigured;

    /** Takes a result, if it is one after which another transport may try. */
    boolean add(DeliveryResult result) {
        if (result instanceof Retry) {
            retry = retry == null ? result : retry;
            return true;
        }
        if (result instanceof Misconfigured) {
            misconfigured = misconfigured == null ? result : misconfigured;
            return true;
        }
        return false;
    }

    void add(RuntimeException exception) {
        thrown = thrown == null ? exception : thrown;
    }

    DeliveryResult answer() {
        if (retry != null) {
            return retry;
        }
        if (thrown != null) {
            throw thrown;
        }
        return misconfigured != null
                ? misconfigured
                : DeliveryResult.retry(Stage.CONNECT, "interrupted before any transport was tried");
    }
}
