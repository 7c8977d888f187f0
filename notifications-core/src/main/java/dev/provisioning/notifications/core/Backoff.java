package dev.provisioning.notifications.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: a random time between a least one and a ceiling that doubles with each
 * attempt, so that many that failed together do not come back together.
 */
record Backoff(Duration least, Duration most, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /** How long to wait after so many failed attempts, at least one. */
    Duration after(int attempts) {
        long ceiling = least.toMillis() << Math.min(Math.max(attempts, 1), MOST_DOUBLINGS);
        long bounded = Math.max(least.toMillis(), Math.min(ceiling, most.toMillis()));
        long spread = bounded - least.toMillis();
        return least.plusMillis(spread == 0 ? 0 : random.nextLong(spread + 1));
    }
}
