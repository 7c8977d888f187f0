package dev.provisioning.notifications;

/** Null where null must not be: what callers without a null checker pass. */
public final class Absent {
    private Absent() {}

    /** {@return null, as a value of any type} */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public static <T> T value() {
        return null;
    }
}
