package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.DeliveryFault;
import java.time.Instant;
import java.util.Objects;

/**
 * Why the mail of a slot has not been accepted yet. Immutable and thread-safe.
 *
 * @param since when the first attempt of the slot failed
 * @param fault what was wrong at the latest
 */
public record Trouble(Instant since, DeliveryFault fault) {
    /** Records what was wrong. */
    public Trouble {
        Objects.requireNonNull(since, "trouble.since");
        Objects.requireNonNull(fault, "trouble.fault");
    }
}
