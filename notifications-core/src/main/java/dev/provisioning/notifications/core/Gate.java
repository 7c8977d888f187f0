package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private final Duration interval;
    private final Backoff passing;
    private final Backoff lasting;
    private Duration presentInterval;
    private Instant nextAt = Instant.MIN;
    private @Nullable DeliveryFault fault;
    private Instant pausedUntil = Instant.MIN;
    private int failures;
    private boolean probing;

    Gate(int mailsPerSecond, RandomGenerator random) {
        long nanos = Duration.ofSeconds(1).plusNanos(mailsPerSecond - 1).toNanos() / mailsPerSecond;
        this.interval = Duration.ofNanos(nanos); // rounded up: a nanosecond less, each time, were one mail too many
        this.presentInterval = interval;
        this.passing = new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10), random);
        this.lasting = new Backoff(Duration.ofMinutes(5), Duration.ofHours(1), random);
    }

    /** Lets one delivery begin now, or not. */
    synchronized boolean admits(Instant now) {
        if (probing || now.isBefore(opensAt(now))) {
            return false;
        }
        probing = fault != null;
        nextAt = now.plus(presentInterval);
        return true;
    }

    /** When to ask again; empty while a probe is under way, whose end decides. */
    synchronized Optional<Instant> nextAt(Instant now) {
        return probing ? Optional.empty() : Optional.of(opensAt(now));
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

    /** A fault concerns the transport as a whole. Returns until when nothing begins, the first time it is known. */
    synchronized Optional<Instant> failed(DeliveryFault why, boolean lasts, Instant now) {
        boolean first = fault == null;
        if (first || probing) {
            failures++;
            pausedUntil = now.plus((lasts ? lasting : passing).after(failures));
        }
        fault = why;
        probing = false;
        return first ? Optional.of(pausedUntil) : Optional.empty();
    }

    /** A delivery ended without telling anything about the transport. */
    synchronized void undecided() {
        probing = false;
    }

    private Instant opensAt(Instant now) {
        pausedUntil = believable(pausedUntil, now, lasting.most());
        nextAt = believable(nextAt, now, SLOWEST);
        return pausedUntil.isAfter(nextAt) ? pausedUntil : nextAt;
    }

    private Duration slowest() {
        return interval.compareTo(SLOWEST) > 0 ? interval : SLOWEST;
    }

    /** The clock may have been set back since: nothing is waited for longer than it can have been meant. */
    private static Instant believable(Instant instant, Instant now, Duration most) {
        Instant latest = now.plus(most);
        return instant.isAfter(latest) ? latest : instant;
    }
}
