package dev.provisioning.notifications.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The clock of a database, as far as this node knows: what it told at the last question, and what has passed since by a
 * counter that nobody can set. Every step of a slot begins by reading the ledger, and so by asking the time.
 */
final class DatabaseClock extends Clock {
    private static final long LONGEST_ANSWER = 1_000_000_000;

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

    /**
     * A question is asked now; returns who is to be told the time that comes with the answer. If that takes long, because
     * the network or this process stood still on the way, nobody can tell when the answer was true, and it is left aside.
     */
    LongConsumer asked() {
        long asked = nanoTime.getAsLong();
        return micros -> {
            long nanos = nanoTime.getAsLong();
            if (nanos - asked <= LONGEST_ANSWER) {
                reading.microsAndNanos = new long[] {micros, nanos};
            }
        };
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
