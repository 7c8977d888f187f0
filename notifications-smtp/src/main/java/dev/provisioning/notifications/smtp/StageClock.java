package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how far a conversation has come, and tells how long each stage took. For one thread. */
final class StageClock {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    /** Nobody wants to know: then nothing is measured. */
    static final SmtpListener NOBODY = (stage, took) -> {};

    private final Scheduler scheduler;
    private final SmtpListener listener;
    private Stage stage = Stage.LOOKUP;
    private long since;
    private boolean running;

    StageClock(Scheduler scheduler, SmtpListener listener) {
        this.scheduler = scheduler;
        this.listener = listener;
    }

    /** {@return the stage that was entered last} */
    Stage stage() {
        return stage;
    }

    long now() {
        return scheduler.nanoTime();
    }

    /** Enters a stage, and so ends the one before. */
    void enter(Stage next) {
        if (next == stage && running) {
            return;
        }
        stop();
        stage = next;
        if (listener != NOBODY) {
            since = scheduler.nanoTime();
            running = true;
        }
    }

    /** Ends a stage, with nothing to follow for now. */
    void stop() {
        if (running) {
            running = false;
            tell(Duration.ofNanos(scheduler.nanoTime() - since));
        }
    }

    private void tell(Duration took) {
        try {
            listener.stageEnded(stage, took);
        } catch (RuntimeException e) {
            LOG.warn("A listener has failed at the stage {}", stage, e);
        }
    }
}
