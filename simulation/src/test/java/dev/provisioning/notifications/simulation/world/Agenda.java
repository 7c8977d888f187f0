package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.spi.Scheduler;
import java.io.Serial;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * True time, and all that is to be done, in its order; of equal times, in the order in which it was asked for. In the middle of
 * something, others can be given time; whoever cannot act then has its turn when it can.
 */
final class Agenda {
    private static final int DEEPEST = 4;

    /** So much is done by a run that goes round in circles. */
    private static final int MOST = 3_000_000;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong((Task task) -> task.when).thenComparingLong(task -> task.number));
    private long now;
    private long numbers;
    private int done;
    private int depth;

    /** A run goes round in circles. */
    static final class Endless extends Error {
        @Serial
        private static final long serialVersionUID = 1L;

        Endless() {
            super("a run without an end");
        }
    }

    /** Something to be done, by one life of a node if it belongs to one. */
    static final class Task implements Scheduler.Handle {
        private long when;
        private final long number;
        private final @Nullable Life life;
        private @Nullable Runnable what;

        private Task(long when, long number, @Nullable Life life, Runnable what) {
            this.when = when;
            this.number = number;
            this.life = life;
            this.what = what;
        }

        @Override
        public void cancel() {
            what = null;
        }
    }

    /** Nanoseconds since the beginning. */
    long now() {
        return now;
    }

    /** Something that belongs to nobody. */
    void at(long when, Runnable what) {
        add(when, null, what);
    }

    /** Something that a life does, if it lives. */
    Task at(long when, Life life, Runnable what) {
        return add(when, life, what);
    }

    /** Does what is to be done until a time, and goes there. */
    void runUntil(long until) {
        for (Task next = tasks.peek(); next != null && next.when <= until; next = tasks.peek()) {
            tasks.poll();
            now = Math.max(now, next.when);
            run(next);
        }
        now = Math.max(now, until);
    }

    /** Gives others time in the middle of something, unless that is so already again and again. */
    void letOthersGoOn(long nanos) {
        if (depth < DEEPEST) {
            depth++;
            runUntil(now + nanos);
            depth--;
        }
    }

    /** What a life could not do before is its turn now. */
    void again(Task task) {
        task.when = now;
        tasks.add(task);
    }

    private Task add(long when, @Nullable Life life, Runnable what) {
        Task task = new Task(Math.max(when, now), numbers++, life, what);
        tasks.add(task);
        return task;
    }

    private void run(Task task) {
        Runnable what = task.what;
        if (what == null) {
            return;
        }
        if (++done > MOST) {
            throw new Endless();
        }
        Life life = task.life;
        if (life == null) {
            what.run();
        } else {
            life.act(task, what);
        }
    }
}
