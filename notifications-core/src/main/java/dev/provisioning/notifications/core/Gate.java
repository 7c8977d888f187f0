package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the next delivery may begin: a breaker for faults of the transport as a whole, and a rate.
 *
 * <p>After such a fault nothing begins for a pause; then a single probe does, and only its success opens the gate again,
 * slowly at first. While the gate is closed nothing is claimed, so no application's attempts are counted. Thread-safe.
 */
final class Gate {
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Duration interval;
    private final Backoff passing;
    private final Backoff lasting;
    private Duration presentInterval;
    private @Nullable DeliveryFault fault;
    private int failures;
    private boolean probing;

    /** By the time of the scheduler, which no clock that is set moves. */
    private long nextAtNanos;

    private long pausedUntilNanos;

    Gate(int mailsPerSecond, RandomGenerator random, LongSupplier nanoTime) {
        long nanos = Duration.ofSeconds(1).plusNanos(mailsPerSecond - 1).toNanos() / mailsPerSecond;
        this.nanoTime = nanoTime;
        this.interval = Duration.ofNanos(nanos); // rounded up: a nanosecond less, each time, were one mail too many
        this.presentInterval = interval;
        this.passing = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10), random);
        this.lasting = new Backoff(Duration.ofMinutes(5), Duration.ofHours(1), random);
        this.nextAtNanos = nanoTime.getAsLong();
        this.pausedUntilNanos = nextAtNanos;
    }

    /** Lets one delivery begin now, or not. */
    synchronized boolean admits() {
        long now = nanoTime.getAsLong();
        if (probing || opensIn(now) > 0) {
            return false;
        }
        probing = fault != null;
        nextAtNanos = now + presentInterval.toNanos();
        return true;
    }

    /** After which time to ask again; empty while a probe is under way, whose end decides. */
    synchronized Optional<Duration> opensIn() {
        return probing ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, opensIn(nanoTime.getAsLong()))));
    }

    /** What keeps the gate closed, if anything does. */
    synchronized Optional<DeliveryFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** A delivery reached the server. Returns whether that has opened the gate again. */
    synchronized boolean succeeded() {
        boolean resumed = fault != null;
        fault = null;
        failures = 0;
        probing = false;
        Duration faster = presentInterval.dividedBy(2);
        presentInterval = resumed ? slowest() : faster.compareTo(interval) > 0 ? faster : interval;
        return resumed;
    }

    /** A fault concerns the transport as a whole. Returns for how long nothing begins, the first time it is known. */
    synchronized Optional<Duration> failed(DeliveryFault why, boolean lasts) {
        boolean first = fault == null;
        boolean pauses = first || probing;
        fault = why;
        probing = false;
        if (!pauses) {
            return Optional.empty();
        }
        failures++;
        Duration pause = (lasts ? lasting : passing).after(failures);
        pausedUntilNanos = nanoTime.getAsLong() + pause.toNanos();
        return first ? Optional.of(pause) : Optional.empty();
    }

    /** A delivery ended without telling anything about the transport. */
    synchronized void undecided() {
        probing = false;
    }

    private long opensIn(long now) {
        return Math.max(pausedUntilNanos - now, nextAtNanos - now);
    }

    private Duration slowest() {
        return interval.compareTo(SLOWEST) > 0 ? interval : SLOWEST;
    }
}
