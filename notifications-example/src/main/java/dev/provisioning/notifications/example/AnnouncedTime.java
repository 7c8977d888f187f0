package dev.provisioning.notifications.example;

import dev.provisioning.notifications.spi.Scheduler;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs tasks in a simulated time, and says what time it is before the first task of each instant. */
final class AnnouncedTime implements Scheduler, Executor {
    private final ManualTime time;
    private final Consumer<Instant> listener;
    private Instant announced = Instant.MIN;

    AnnouncedTime(ManualTime time, Consumer<Instant> listener) {
        this.time = time;
        this.listener = listener;
    }

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        return time.schedule(delay, () -> {
            announce();
            task.run();
        });
    }

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    private void announce() {
        if (!time.instant().equals(announced)) {
            announced = time.instant();
            listener.accept(announced);
        }
    }
}
