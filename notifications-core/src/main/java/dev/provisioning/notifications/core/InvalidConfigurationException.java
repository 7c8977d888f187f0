package dev.provisioning.notifications.core;

import dev.provisioning.notifications.NotificationException;
import java.io.Serial;
import java.util.List;

/** Settings that do not fit: every one is named, with its value and its range. */
public final class InvalidConfigurationException extends NotificationException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong, one setting each. */
    @SuppressWarnings("serial") // What List.copyOf makes can be serialized, though javac from 18 on does not know.
    private final List<String> faults;

    InvalidConfigurationException(List<String> faults) {
        super(String.join("; ", faults), null);
        this.faults = List.copyOf(faults);
    }

    /** {@return what is wrong, one sentence for each setting, beginning with its name} */
    public List<String> faults() {
        return faults;
    }
}
