package dev.provisioning.notifications.soak.load;

import java.time.Duration;

/**
 * Something that can go wrong, and how that ends.
 *
 * @param kind which, in words
 * @param least how long it lasts at least, by the quick clock
 * @param most how long it lasts at most
 * @param strike lets it begin
 * @param mend lets it end
 */
record Fault(String kind, Duration least, Duration most, Runnable strike, Runnable mend) {
    /** One that is over as soon as it has happened. */
    static Fault sudden(String kind, Runnable strike) {
        return new Fault(kind, Duration.ZERO, Duration.ZERO, strike, () -> {});
    }

    /** One that lasts between one and so many minutes. */
    static Fault lasting(String kind, int minutes, Runnable strike, Runnable mend) {
        return new Fault(kind, Duration.ofMinutes(1), Duration.ofMinutes(minutes), strike, mend);
    }
}
