package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One life of a node: a notifier with an empty memory, until it dies or is closed. What is to be done by it waits while it is
 * stopped, and while it is in the middle of something that may have a lock: a second thread would wait there, too.
 */
final class Life implements Scheduler {
    private final World world;
    private final int node;
    private final Deque<Agenda.Task> waiting = new ArrayDeque<>();
    private boolean dead;
    private int holds;
    private @Nullable Notifier notifier;

    Life(World world, int node) {
        this.world = world;
        this.node = node;
    }

    int node() {
        return node;
    }

    Notifier notifier() {
        return Objects.requireNonNull(notifier, "a life that has begun");
    }

    void begin(Notifier newborn) {
        notifier = newborn;
        world.journal().add(new Note.Started(world.agenda().now(), node));
    }

    /** It ends here and now, whatever it is in the middle of; perhaps with everything written. */
    void die(boolean allWritten) {
        if (!dead) {
            dead = true;
            world.journal().add(new Note.Ended(world.agenda().now(), node, allWritten));
        }
    }

    boolean isDead() {
        return dead;
    }

    /** Whether it can do nothing now. */
    boolean isHeld() {
        return holds > 0;
    }

    /** Whether it could do nothing even if it were let go once. */
    boolean isHeldBeside() {
        return holds > 1;
    }

    /** To be asked by whatever a life reaches the world through. */
    void requireAlive() {
        if (dead) {
            throw new NodeCrash();
        }
    }

    /** From now on it can do nothing, until it is let go as often as it was held. */
    void hold() {
        holds++;
    }

    void letGo() {
        if (--holds == 0) {
            waiting.forEach(world.agenda()::again);
            waiting.clear();
        }
    }

    /** Does something now, or when it can. */
    void act(Agenda.Task task, Runnable what) {
        if (dead) {
            return;
        }
        if (holds > 0) {
            waiting.add(task);
            return;
        }
        try {
            what.run();
        } catch (Agenda.Endless e) {
            throw e;
        } catch (NodeCrash crash) {
            die(false);
        } catch (Throwable e) { // what a thread would die of
            world.threw(node, e);
        }
    }

    @Override
    public Handle schedule(Duration delay, Runnable task) {
        if (dead) {
            return () -> {};
        }
        return world.agenda().at(world.agenda().now() + Math.max(0, delay.toNanos()), this, task);
    }

    @Override
    public long nanoTime() {
        return world.agenda().now();
    }

    /** Does something as its executor. */
    void execute(Runnable work) {
        requireAlive();
        if (world.troubles().executorRefuses(node)) {
            world.tally().count("executor refuses");
            throw new RejectedExecutionException("as planned");
        }
        world.agenda().at(world.agenda().now(), this, work);
    }
}
