package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records what became of an attempt, and does not give up: a result that the store does not take is tried again, until it
 * is recorded or turns out to have been overtaken. After closing it is tried once; the slot then ends by its lease.
 */
final class Recorder {
    private static final Log LOG = Log.of(Recorder.class);

    private final Parts parts;
    private final Backoff backoff;
    private volatile boolean closed;

    Recorder(Parts parts) {
        this.parts = parts;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), parts.random());
    }

    /**
     * Records a result.
     *
     * @param newest the ledger that the step is tried from first
     * @param how the step to take
     * @param then what to do with the ledger and the answer once it is taken
     * @param done what to do at the end in any case
     */
    <T> void record(Ledger newest, Function<Ledger, Step<T>> how, Consumer<Step<T>> then, Runnable done) {
        new Recording<>(newest, how, then, done).run();
    }

    void close() {
        closed = true;
    }

    /** One result on its way into the store. */
    private final class Recording<T> implements Runnable {
        private final AppId app;
        private final Ledger newest;
        private final Function<Ledger, Step<T>> how;
        private final Consumer<Step<T>> then;
        private final Runnable done;
        private int attempts;

        Recording(Ledger newest, Function<Ledger, Step<T>> how, Consumer<Step<T>> then, Runnable done) {
            this.app = newest.app();
            this.newest = newest;
            this.how = how;
            this.then = then;
            this.done = done;
        }

        @Override
        public void run() {
            Step<T> step;
            try {
                step = attempts == 0
                        ? parts.store().change(newest, how)
                        : parts.store().change(app, how);
            } catch (RuntimeException e) {
                LOG.debug("{}: the result is not recorded yet", app, e);
                again();
                return;
            }
            try {
                then.accept(step);
            } finally {
                done.run();
            }
        }

        private void again() {
            attempts++;
            if (closed) {
                done.run();
                return;
            }
            try {
                parts.scheduler().schedule(backoff.after(attempts), this::resume);
            } catch (RuntimeException e) {
                LOG.debug("{}: the scheduler takes no tasks, so the slot ends by its lease", app, e);
                done.run();
            }
        }

        private void resume() {
            try {
                parts.executor().execute(this);
            } catch (RejectedExecutionException e) {
                LOG.debug("{}: the executor takes no work, so the result is not recorded yet", app, e);
                again();
            }
        }
    }
}
