package dev.provisioning.notifications.spi;

import java.time.Duration;

/**
 * Runs tasks later. The library takes its time from a {@link java.time.Clock} and its wake-ups from here, and from
 * nowhere else, so that a test can put both under one manual time.
 *
 * <p>Thread-safe. A task is short; it must not be run before {@link #schedule} has returned.
 */
public interface Scheduler {
    /**
     * Runs a task once, after a delay.
     *
     * @param delay how long to wait; zero or negative to run it as soon as possible
     * @param task what to run
     * @return a handle to cancel it
     */
    Handle schedule(Duration delay, Runnable task);

    /**
     * Tells how time passes for this scheduler: what was scheduled with a delay runs once this has grown by the delay.
     *
     * @return nanoseconds since some instant; never goes back, and only differences mean something
     */
    long nanoTime();

    /** A task that was scheduled. */
    @FunctionalInterface
    interface Handle {
        /** Does not run the task, unless it has begun. Has no effect a second time. */
        void cancel();
    }
}
