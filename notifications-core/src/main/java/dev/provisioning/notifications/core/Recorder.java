package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what became of an attempt, and does not give up: a result that the store does not take is tried again, until it
 * is recorded or turns out to have been overtaken. After closing it is tried once; the slot then ends by its lease.
 */
final class Recorder {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

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
     * @param how the step to take
     * @param then what to do with the ledger and the answer once it is taken
     * @param done what to do at the end in any case
     */
    <T> void record(AppId app, Function<Ledger, Step<T>> how, Consumer<Step<T>> then, Runnable done) {
        record(app, how, then, done, 1);
    }

    void close() {
        closed = true;
    }

    private <T> void record(
            AppId app, Function<Ledger, Step<T>> how, Consumer<Step<T>> then, Runnable done, int attempt) {
        Step<T> step;
        try {
            step = parts.store().change(app, how);
        } catch (StoreException e) {
            LOG.debug("{}: the result is not recorded yet", app, e);
            again(app, how, then, done, attempt);
            return;
        }
        try {
            then.accept(step);
        } finally {
            done.run();
        }
    }

    private <T> void again(
            AppId app, Function<Ledger, Step<T>> how, Consumer<Step<T>> then, Runnable done, int attempt) {
        if (closed) {
            done.run();
            return;
        }
        parts.scheduler()
                .schedule(
                        backoff.after(attempt),
                        () -> parts.executor().execute(() -> record(app, how, then, done, attempt + 1)));
    }
}
