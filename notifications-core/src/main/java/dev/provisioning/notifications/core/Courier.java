package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's transport, used safely: if it throws, the point of no return decides what that means. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Transport transport;

    Courier(Transport transport) {
        this.transport = transport;
    }

    /** Delivers a mail; {@code passed} tells whether the point was. */
    DeliveryResult deliver(Notification mail, PointOfNoReturn point, BooleanSupplier passed) {
        try {
            @Nullable DeliveryResult result = transport.deliver(mail, point);
            return result == null ? failed("the transport has not answered", passed) : result;
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return thrown(e, passed);
        }
    }

    /** Names the exception's class alone: its message may hold anything. */
    private static DeliveryResult thrown(Throwable thrown, BooleanSupplier passed) {
        LOG.debug("The transport threw", thrown);
        return failed("the transport threw " + thrown.getClass().getSimpleName(), passed);
    }

    private static DeliveryResult failed(String text, BooleanSupplier passed) {
        return passed.getAsBoolean() ? DeliveryResult.inDoubt(text) : DeliveryResult.retry(Stage.CONTENT, text);
    }
}
