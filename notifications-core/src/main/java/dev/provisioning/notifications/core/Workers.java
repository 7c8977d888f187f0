package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The executor that sends. One that takes no work is left alone for a few seconds. Not thread-safe. */
final class Workers {
    private static final Log LOG = Log.of(Workers.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final Executor executor;
    private final Clock clock;
    private final Complaint executorRejects = new Complaint(LOG);
    private Instant restUntil = Instant.MIN;

    Workers(Executor executor, Clock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Has something done for an application; returns false if nobody takes it. */
    boolean take(AppId app, Runnable work) {
        try {
            executor.execute(work);
            executorRejects.mended();
            return true;
        } catch (RejectedExecutionException e) {
            executorRejects.complain("{}: the executor takes no work, so nothing is sent now", app, e);
            restUntil = clock.instant().plus(REST);
            return false;
        }
    }

    /** Until when nobody is to be asked; empty if somebody is. The clock may have been set back since. */
    Optional<Instant> restUntil(Instant now) {
        boolean rest = now.isBefore(restUntil) && !restUntil.isAfter(now.plus(REST));
        return rest ? Optional.of(restUntil) : Optional.empty();
    }
}
