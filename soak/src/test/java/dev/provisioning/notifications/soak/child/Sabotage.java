package dev.provisioning.notifications.soak.child;

/** A protection that is taken away from a child, so that it is seen that the checker finds what comes of it. */
public enum Sabotage {
    /** None. */
    NONE,
    /** The store confirms marks that it has not made. */
    FORGETS_MARKS,
    /** The store confirms reports that it has not recorded. */
    FORGETS_REPORTS,
    /** The store replaces a ledger even if somebody has changed it. */
    COMPARES_NOTHING,
    /** The transport sends without having passed the point of no return. */
    PASSES_NOTHING
}
