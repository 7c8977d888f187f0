package dev.provisioning.notifications.simulation.plan;

/** What a part of the host throws that should not throw. */
public enum Throwing {
    /** As a programming error does. */
    EXCEPTION,
    /** As a class that is missing at run time does. */
    LINKAGE_ERROR,
    /** As an endless recursion does. */
    STACK_OVERFLOW,
    /** As an assertion, or a provider that cannot be loaded, does. */
    OTHER_ERROR
}
