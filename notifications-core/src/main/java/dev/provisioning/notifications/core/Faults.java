package dev.provisioning.notifications.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with settings, so that all of it is told at once. */
final class Faults {
    private final List<String> faults = new ArrayList<>();

    void add(String fault) {
        faults.add(fault);
    }

    void required(String name, @Nullable Object value) {
        if (value == null) {
            faults.add(name + " is missing");
        }
    }

    void duration(String name, @Nullable Duration value, Duration least, Duration most) {
        if (value == null) {
            required(name, null);
        } else if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            faults.add(name + " is " + value + ", not from " + least + " to " + most);
        }
    }

    void number(String name, int value, int least, int most) {
        if (value < least || value > most) {
            faults.add(name + " is " + value + ", not from " + least + " to " + most);
        }
    }

    /** Text of one line, perhaps empty. */
    void line(String name, @Nullable String value, int most) {
        if (value == null) {
            required(name, null);
        } else if (value.length() > most || value.codePoints().anyMatch(c -> Character.isISOControl(c))) {
            faults.add(name + " is not one line of at most " + most + " characters");
        }
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults);
        }
    }
}
