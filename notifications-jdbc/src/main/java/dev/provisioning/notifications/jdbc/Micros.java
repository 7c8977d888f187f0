package dev.provisioning.notifications.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, which is how they are stored; nanoseconds beyond are cut off. */
final class Micros {
    /** Instants that fit neither way, such as {@link Instant#MAX}, are as far away as can be stored. */
    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);

    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    private Micros() {}

    static long of(Instant instant) {
        if (instant.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return Math.floorDiv(instant.getNano(), 1_000) + instant.getEpochSecond() * 1_000_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
