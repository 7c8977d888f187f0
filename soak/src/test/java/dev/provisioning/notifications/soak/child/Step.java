package dev.provisioning.notifications.soak.child;

/** A moment on the way of an issue at which a process can be told to end, to pause or to wait for word. */
public enum Step {
    /** A new issue is about to be recorded. */
    BEFORE_REPORT_COMMITS,
    /** Somewhere around that. */
    WHILE_REPORT_COMMITS,
    /** It is recorded, and {@code report} has not answered. */
    AFTER_REPORT_COMMITS,
    /** Repeats that memory has counted are about to be written. */
    BEFORE_FLUSH_COMMITS,
    /** Somewhere around that. */
    WHILE_FLUSH_COMMITS,
    /** They are written. */
    AFTER_FLUSH_COMMITS,
    /** A slot is about to be claimed. */
    BEFORE_CLAIM_COMMITS,
    /** Somewhere around that. */
    WHILE_CLAIM_COMMITS,
    /** It is claimed. */
    AFTER_CLAIM_COMMITS,
    /** The composer is called. */
    BEFORE_COMPOSING,
    /** The composer is about to return. */
    AFTER_COMPOSING,
    /** The transport has said all but the final dot, and the mark is about to be made. */
    BEFORE_MARK_COMMITS,
    /** Somewhere around that. */
    WHILE_MARK_COMMITS,
    /** It is made, and nobody has been told. */
    AFTER_MARK_COMMITS,
    /** The transport has been told, and is about to say the final dot. */
    BEFORE_DOT,
    /** The transport has the server's answer. */
    AFTER_REPLY,
    /** The result is about to be recorded. */
    BEFORE_RESULT_COMMITS,
    /** Somewhere around that. */
    WHILE_RESULT_COMMITS,
    /** It is recorded. */
    AFTER_RESULT_COMMITS
}
