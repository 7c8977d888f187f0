package dev.provisioning.notifications.core;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A scheduler that does something to each task before it takes it. */
record WrappedScheduler(Scheduler scheduler, UnaryOperator<Runnable> wrap) implements Scheduler {
    @Override
    public Handle schedule(Duration delay, Runnable task) {
        return scheduler.schedule(delay, wrap.apply(task));
    }

    @Override
    public long nanoTime() {
        return scheduler.nanoTime();
    }
}
