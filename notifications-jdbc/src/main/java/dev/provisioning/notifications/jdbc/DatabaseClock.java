package dev.provisioning.notifications.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The clock of a database, as far as this node knows: what it told at the last question, and what has passed since by a
 * counter that nobody can set. Every step of a slot begins by reading the ledger, and so by asking the time.
 */
final class DatabaseClock extends Clock {
    private final LongSupplier nanoTime;
    private final ZoneId zone;
    private final Reading reading;

    /** What the database told last, and when that was by the counter. */
    private static final class Reading {
        private volatile long[] microsAndNanos;

        Reading(long micros, long nanos) {
            this.microsAndNanos = new long[] {micros, nanos};
        }
    }

    DatabaseClock(LongSupplier nanoTime, ZoneId zone, long micros) {
        this(nanoTime, zone, new Reading(micros, nanoTime.getAsLong()));
    }

    private DatabaseClock(LongSupplier nanoTime, ZoneId zone, Reading reading) {
        this.nanoTime = nanoTime;
        this.zone = zone;
        this.reading = reading;
    }

    /** The database has told the time just now. */
    void told(long micros) {
        reading.microsAndNanos = new long[] {micros, nanoTime.getAsLong()};
    }

    @Override
    public Instant instant() {
        long[] last = reading.microsAndNanos;
        return Micros.instant(last[0]).plusNanos(nanoTime.getAsLong() - last[1]).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(nanoTime, other, reading);
    }
}
