package dev.provisioning.notifications.soak.child;

import java.util.Locale;

/** What a child may note in its journal. The words behind each are told here; the checker reads them on its own. */
public enum Note {
    /** The process has begun. */
    STARTED,
    /** The store could not be opened: why, in words. */
    UNOPENED,
    /** The notifier is at work. */
    READY,
    /** The process is alive; a pause of it shows as fewer of these. */
    TICK,
    /** Application and key of a report that is about to be made. */
    REPORTING,
    /** Application, key and disposition. */
    ANSWERED,
    /** Application and key of a resolve that is about to be made. */
    RESOLVING,
    /** Application, key and resolution. */
    RESOLVED,
    /** An application is about to be switched off. */
    SWITCHING_OFF,
    /** It is off, and the store has confirmed it. */
    OFF,
    /** It is about to be switched on again. */
    SWITCHING_ON,
    /** Application and id of a mail whose mark is about to be made. */
    PASSING,
    /** Application and id of a mail whose mark was confirmed: only now its final dot may follow. */
    PASSED,
    /** Application and slot of a mail whose acceptance was recorded. */
    ACCEPTED,
    /** Application and slot of a mail that was recorded as in doubt. */
    IN_DOUBT,
    /** A cycle of the engine that has looked at an application to its end. */
    LOOKED,
    /** What the process uses just now, see {@link Gauges}. */
    SAMPLE,
    /** Application, key and count of an issue that the store has confirmed to keep with that count. */
    STORED,
    /** The store did not do what it was asked; why, in words. */
    STORE_FAILED,
    /** The listener was told that the store is lost; why, in words. */
    STORE_LOST,
    /** The listener was told that it is back. */
    STORE_BACK,
    /** The named step at which the process was told to do something is reached. */
    AT,
    /** All that was held was sent. */
    DRAINED,
    /** Everything was closed in order. */
    CLOSED;

    /** As it stands in the journal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What went wrong, down to its first cause. */
    static String words(Throwable failure) {
        String words = String.valueOf(failure.getMessage());
        Throwable cause = failure.getCause();
        return cause == null ? words : words + " <- " + words(cause);
    }
}
