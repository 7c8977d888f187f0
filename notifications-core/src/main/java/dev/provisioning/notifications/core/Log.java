package dev.provisioning.notifications.core;

import dev.provisioning.notifications.core.privacy.Redactor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The only way to the log: what goes there is rid of secrets and of people first, also what a driver or a plug-in of the host
 * has put into the message of an exception.
 */
final class Log {
    private final Logger log;

    /** A test may have a log of its own. */
    Log(Logger log) {
        this.log = log;
    }

    static Log of(Class<?> owner) {
        return new Log(LoggerFactory.getLogger(owner));
    }

    /** Says what happens. A throwable may come last. */
    void debug(String what, Object... about) {
        log(Level.DEBUG, what, about);
    }

    /** Says what changes in the life of the notifier. */
    void info(String what, Object... about) {
        log(Level.INFO, what, about);
    }

    /** Says what an operator must act on. A throwable may come last. */
    void warn(String what, Object... about) {
        log(Level.WARN, what, about);
    }

    /** Says what should never be. A throwable may come last. */
    void error(String what, Object... about) {
        log(Level.ERROR, what, about);
    }

    void log(Level level, String what, Object... about) {
        if (!log.isEnabledForLevel(level)) {
            return;
        }
        Object[] safe = new Object[about.length];
        for (int i = 0; i < about.length; i++) {
            safe[i] = about[i] instanceof Throwable thrown
                    ? Redactor.standard().redact(thrown)
                    : Redactor.standard().redact(String.valueOf(about[i]));
        }
        log.atLevel(level).log(what, safe);
    }
}
