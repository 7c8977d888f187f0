package dev.provisioning.notifications.core;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** Warns of something that an operator must mend: once, and again only after it has been mended. */
final class Complaint {
    private final Logger log;
    private final AtomicBoolean made = new AtomicBoolean();

    Complaint(Logger log) {
        this.log = log;
    }

    void complain(String what, Object about, Throwable cause) {
        Level level = made.compareAndSet(false, true) ? Level.WARN : Level.DEBUG;
        log.atLevel(level).setCause(cause).log(what, about);
    }

    void mended() {
        if (made.get()) {
            made.set(false);
        }
    }
}
