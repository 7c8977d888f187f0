package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A clock, a scheduler and an executor in one, whose time passes only when a test says so.
 *
 * <p>{@link #advance} steps to each due instant in turn, and runs what is due there in the calling thread, so that a
 * library that takes its time and its wake-ups from here runs in one thread, deterministically. Tasks wait for time to
 * pass; the clock may also {@link #jump}, as the clocks of machines do, which makes no task due by itself.
 *
 * <p>Thread-safe: other threads may schedule and read the clock. Time is advanced by one thread at a time, which may also
 * be a task that is run.
 *
 * <pre>{@code
 * ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
 * Notifier notifier = Notifier.builder()
 *         .clock(time).scheduler(time).executor(time)
 *         ...
 * time.advance(Duration.ofDays(1));
 * }</pre>
 */
public final class ManualTime extends Clock implements Scheduler, Executor {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
    private final Instant start;
    private Instant passed;
    private Duration error = Duration.ZERO;
    private long scheduled;
    private long wakeUps;

    private ManualTime(Instant start) {
        this.start = start;
        this.passed = start;
    }

    /**
     * Stops time at an instant.
     *
     * @param start when time begins
     * @return a time that stands still
     */
    public static ManualTime startingAt(Instant start) {
        return new ManualTime(start);
    }

    /**
     * Stops time at an instant.
     *
     * @param start when time begins, in the form {@code 2026-03-02T14:00:00Z}
     * @return a time that stands still
     */
    public static ManualTime startingAt(String start) {
        return new ManualTime(Instant.parse(start));
    }

    /**
     * Lets time pass, and runs each task at its instant, also those that are scheduled meanwhile.
     *
     * @param duration how much time passes; not negative
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration is negative: " + duration + "; to set the clock back, jump");
        }
        Instant until = passed().plus(duration);
        for (Task task = next(until); task != null; task = next(until)) {
            task.run.run();
        }
        synchronized (this) {
            passed = until.isAfter(passed) ? until : passed;
        }
    }

    /**
     * Lets time pass until the clock shows an instant.
     *
     * @param instant what the clock shall show
     * @throws IllegalArgumentException if that lies in the past
     */
    public void advanceTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    /** Runs what is due now, also what becomes due by it, without letting time pass. */
    public void runDue() {
        advance(Duration.ZERO);
    }

    /**
     * Sets the clock forward or back, without time passing: no task becomes due by it.
     *
     * @param by how far; negative to set it back
     */
    public synchronized void jump(Duration by) {
        error = error.plus(by);
    }

    /**
     * A clock that always differs from this one: that of another machine.
     *
     * @param by how far it is ahead; negative if it is behind
     * @return the other clock
     */
    public Clock skewedBy(Duration by) {
        return Clock.offset(this, by);
    }

    /** {@return how many tasks were run up to now} */
    public synchronized long wakeUps() {
        return wakeUps;
    }

    /** {@return how many tasks wait for their time} */
    public synchronized int waiting() {
        return tasks.size();
    }

    @Override
    public synchronized Instant instant() {
        return passed.plus(error);
    }

    /** {@return the time that has passed since the start, in nanoseconds; a {@link #jump} does not count} */
    @Override
    public synchronized long nanoTime() {
        return Duration.between(start, passed).toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    @Override
    public synchronized Handle schedule(Duration delay, Runnable task) {
        Instant at = passed.plus(delay.isNegative() ? Duration.ZERO : delay);
        Task added = new Task(at, scheduled++, task);
        tasks.add(added);
        return () -> cancel(added);
    }

    /** Runs a task when time is next {@linkplain #advance advanced}, be it by nothing. */
    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    private synchronized Instant passed() {
        return passed;
    }

    private synchronized @Nullable Task next(Instant until) {
        Task first = tasks.peek();
        if (first == null || first.at.isAfter(until)) {
            return null;
        }
        tasks.remove();
        wakeUps++;
        passed = first.at.isAfter(passed) ? first.at : passed;
        return first;
    }

    private record Task(Instant at, long order, Runnable run) {}

    /** The same time, told in a zone. */
    private static final class Zoned extends Clock {
        private final Clock base;
        private final ZoneId zone;

        private Zoned(Clock base, ZoneId zone) {
            this.base = base;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(base, other);
        }

        @Override
        public Instant instant() {
            return base.instant();
        }
    }
}
