package dev.provisioning.notifications.smtp;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that all of it is told at once. Not thread-safe. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    /** Notes a fault. The text begins with the path of the property, and never shows a secret. */
    void add(String text) {
        found.add(text);
    }

    /** Notes a fault unless something holds. */
    void require(boolean holds, String text) {
        if (!holds) {
            add(text);
        }
    }

    /**
     * Ends the check.
     *
     * @throws IllegalArgumentException if a fault was noted; the message lists all of them
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", found));
        }
    }
}
