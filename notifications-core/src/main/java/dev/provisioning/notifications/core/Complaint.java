package dev.provisioning.notifications.core;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.event.Level;

/** Warns of something that an operator must mend: once, and again only after it has been mended. */
final class Complaint {
    private final Log log;
    private final AtomicBoolean made = new AtomicBoolean();

    Complaint(Log log) {
        this.log = log;
    }

    /** Says what is wrong. A throwable may come last. */
    void complain(String what, Object... about) {
        log.log(made.compareAndSet(false, true) ? Level.WARN : Level.DEBUG, what, about);
    }

    void mended() {
        if (made.get()) {
            made.set(false);
        }
    }
}
