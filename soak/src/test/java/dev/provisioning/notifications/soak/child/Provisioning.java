package dev.provisioning.notifications.soak.child;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One thread of a provisioning engine: looks at one application after another, each once in a cycle. The nodes take turns at
 * an application. Half of the applications are looked at within a {@link dev.provisioning.notifications.Cycle}, so that what is
 * over is resolved; of the others nothing ever is, so that all of it must be told.
 */
final class Provisioning implements Work {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(20);

    private final Orders orders;
    private final Engine engine;
    private final Clock clock;
    private final Shift shift;
    private final Troubles troubles;
    private volatile boolean over;

    Provisioning(Orders orders, Engine engine, Clock clock, Shift shift, Troubles troubles) {
        this.orders = orders;
        this.engine = engine;
        this.clock = clock;
        this.shift = shift;
        this.troubles = troubles;
    }

    /**
     * Who does what.
     *
     * @param node the number of this node, from 0
     * @param nodes how many there are
     * @param thread the number of this thread of it, from 0
     * @param threads how many it has
     * @param cycle how long it takes until an application is looked at again
     */
    record Shift(int node, int nodes, int thread, int threads, Duration cycle) {
        boolean has(long application, long number) {
            return (application + number) % nodes == node && application / nodes % threads == thread;
        }
    }

    @Override
    public void end() {
        over = true;
    }

    @Override
    public void run() {
        // What was missed is not made up for, but for what is of this cycle.
        for (long turn = turn() + 1; !over; turn = Math.max(turn + 1, turn() - applications())) {
            if (shift.has(turn % applications(), turn / applications())) {
                await(turn);
                take(turn);
            }
        }
    }

    private void take(long turn) {
        String app = orders.applications().get((int) (turn % applications()));
        long number = turn / applications();
        if (over) {
            return;
        }
        if (turn % applications() % 2 == 0) {
            engine.lookAt(app, troubles.met(app, number));
        } else {
            long next = turn + applications();
            engine.lookAt(app, troubles.met(app, number), troubles.before(app, number), () -> turn() >= next);
        }
    }

    private void await(long turn) {
        while (turn() < turn && !over) {
            LockSupport.parkNanos(LONGEST_WAIT.toNanos());
        }
    }

    /** Whose turn it is now: applications begin one after another, at the same distance. */
    private long turn() {
        Duration passed = Duration.between(orders.origin(), clock.instant());
        return (long)
                (passed.toMillis() * (double) applications() / shift.cycle().toMillis());
    }

    private int applications() {
        return orders.applications().size();
    }
}
