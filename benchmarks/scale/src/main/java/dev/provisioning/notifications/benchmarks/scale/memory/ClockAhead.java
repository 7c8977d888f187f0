package dev.provisioning.notifications.benchmarks.scale.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that goes ahead of another, for who cannot wait half a day. */
final class ClockAhead extends Clock {
    private final Clock clock;
    private final Supplier<Duration> ahead;

    ClockAhead(Clock clock, Supplier<Duration> ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ClockAhead(clock.withZone(zone), ahead);
    }
}
