package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.NotificationListener;
import java.util.List;
import java.util.function.Consumer;

/** Tells the log and the host's listener what happened; what a listener throws is logged and ignored. */
final class Listeners {
    private static final Log LOG = Log.of(Listeners.class);

    private final List<NotificationListener> listeners;
    private final Complaint listenerFails = new Complaint(LOG);

    Listeners(NotificationListener... listeners) {
        this.listeners = List.of(listeners);
    }

    /** Tells that issues were dropped, if any were. */
    void tellDropped(AppId app, int issues) {
        if (issues > 0) {
            tell(listener -> listener.issuesDropped(app, issues));
        }
    }

    void tell(Consumer<NotificationListener> event) {
        for (NotificationListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
                listenerFails.complain("{} failed; what it was told is not affected", listener.getClass(), e);
            }
        }
    }
}
