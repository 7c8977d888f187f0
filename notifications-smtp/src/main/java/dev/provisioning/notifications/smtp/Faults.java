package dev.provisioning.notifications.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a configuration, so that all of it is told at once. Not thread-safe. */
final class Faults {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

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

    /** Notes a fault unless a time is one that can be waited for. */
    void requireTime(Duration time, String path) {
        require(
                time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0,
                path + " is not from 1 millisecond to 24 hours: " + time);
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
