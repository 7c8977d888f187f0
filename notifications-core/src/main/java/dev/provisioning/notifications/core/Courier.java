package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The host's transport, used safely: if it throws, the point of no return decides what that means. */
final class Courier {
    private static final Log LOG = Log.of(Courier.class);

    private final Transport transport;
    private final Screen screen;

    Courier(Transport transport, Screen screen) {
        this.transport = transport;
        this.screen = screen;
    }

    /** Delivers a mail; {@code passed} tells whether the point was. */
    DeliveryResult deliver(Notification mail, PointOfNoReturn point, BooleanSupplier passed) {
        try {
            @Nullable DeliveryResult result = transport.deliver(mail, point);
            return result == null ? failed("the transport has not answered", passed) : screen.screened(result);
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
