package dev.provisioning.notifications;

/** What {@link IssueSink#resolve(AppId, String)} did. */
public enum Resolution {
    /** The issue is no longer held. If a mail has named it, the next one shows it as resolved. */
    RESOLVED,
    /** No issue with that key is held or was reported. */
    UNKNOWN,
    /** The store did not confirm it. It is tried again, and given up only if the issue is reported anew first. */
    DEFERRED,
    /** Nothing was changed: the sink is closed, or the store could not even be read. Ask again. */
    REFUSED
}
