package dev.provisioning.notifications.soak.check;

/**
 * A promise that was broken.
 *
 * @param kind which
 * @param what by what, in words
 */
public record Violation(Kind kind, String what) {
    /** The ways to break one. */
    public enum Kind {
        /** An issue was acknowledged, and no mail has told of all its reports. */
        LOST,
        /** Two mails of one slot were accepted. */
        SAME_SLOT,
        /** Two mails about an application were marked within one window, and accepted. */
        SAME_WINDOW,
        /** A mail was accepted whose mark nobody has seen confirmed. */
        UNMARKED,
        /** A mail names what another has named, nothing came to it since, and it does not say so. */
        REPEATED,
        /** A mail was marked while its application was certainly switched off. */
        SWITCHED_OFF
    }

    /** {@return whether a mail too many was accepted} */
    public boolean isDuplicate() {
        return kind == Kind.SAME_SLOT || kind == Kind.SAME_WINDOW;
    }
}
