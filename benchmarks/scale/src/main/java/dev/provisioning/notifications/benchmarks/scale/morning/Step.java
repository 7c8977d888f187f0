package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.load.Durations;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long it takes to learn who is next.
 *
 * @param engine where the ledgers are
 * @param due how many applications are due
 * @param micros how long the question takes, in microseconds: the median
 */
public record Step(Engine engine, int due, double micros) {
    private static final int QUESTIONS = 300;
    private static final int LIMIT = 8;
    private static final Duration HORIZON = Duration.ofDays(30);

    static Step measure(Engine engine, int due, NotificationStore store) {
        Instant now = Clock.systemUTC().instant();
        ask(due, store, now);
        return new Step(engine, due, ask(due, store, now).quantile(0.5) / 1e3);
    }

    private static Durations ask(int due, NotificationStore store, Instant now) {
        Durations durations = new Durations();
        for (int i = 0; i < QUESTIONS; i++) {
            long begun = System.nanoTime();
            int found = store.due(now, now.plus(HORIZON), LIMIT).size();
            durations.add(System.nanoTime() - begun);
            if (found != Math.min(LIMIT, due)) {
                throw new IllegalStateException(found + " are due");
            }
        }
        return durations;
    }
}
