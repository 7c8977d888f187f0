package dev.provisioning.notifications.benchmarks.repeat.contestant;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The time, read once a second for all who ask. */
final class CoarseClock implements AutoCloseable {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ticker");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long now = clock.millis();

    CoarseClock() {
        var unused = ticker.scheduleAtFixedRate(() -> now = clock.millis(), 1, 1, TimeUnit.SECONDS);
    }

    long millis() {
        return now;
    }

    boolean isWithinADayOf(long millis) {
        return now - millis < DAY;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
