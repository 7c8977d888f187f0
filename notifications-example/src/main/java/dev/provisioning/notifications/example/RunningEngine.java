package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.InMemoryNotificationStore;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The engine with the library embedded in it, in a simulated time of their own. */
final class RunningEngine implements AutoCloseable {
    private static final long SEED = 2026;

    private final ManualTime time;
    private final EngineEvents events;
    private final Subscriptions subscriptions;
    private final NotificationStore store;
    private final SmtpTransport transport;
    private final Notifier notifier;

    /** Starts an engine; its first cycles run as soon as time passes. */
    RunningEngine(EngineSetup setup, Instant now, EngineEvents events) {
        this.time = ManualTime.startingAt(now);
        this.events = events;
        this.subscriptions = ApplicationsFile.read(setup.applications()).subscriptions(Story.ZONE);
        this.store = store(setup.store());
        this.transport = SmtpTransport.builder()
                .url(setup.mailServer())
                .from("provisioning@example.com")
                .fromName("Account provisioning")
                .allowPlaintext()
                .build();
        AnnouncedTime announced = new AnnouncedTime(time, events::timePassed);
        this.notifier = Notifier.builder()
                .transport(transport)
                .subscriptions(subscriptions)
                .store(store)
                .policy(DailyPolicy.standard())
                .clock(time)
                .scheduler(announced)
                .executor(announced)
                .random(new Random(SEED))
                .listener(new MailEvents())
                .build();
        new Engine(setup.applications(), setup.people(), notifier, time, announced, events::cycleRan).start();
    }

    /** Runs what is due before an instant, and nothing of what is due at it. */
    void runUntil(Instant instant) {
        time.advanceTo(instant.minusNanos(1));
    }

    /** Tells of each application what the library knows. */
    void explain() {
        subscriptions.applications().forEach(app -> events.found(Finding.of(notifier.explain(app))));
    }

    @Override
    public void close() {
        notifier.close();
        transport.close();
        store.close();
    }

    private static NotificationStore store(@Nullable Path file) {
        return file == null ? InMemoryNotificationStore.create() : JdbcNotificationStore.file(file);
    }

    private final class MailEvents implements NotificationListener {
        @Override
        public void transportPaused(DeliveryFault fault, Instant until) {
            events.mailServerLost(until);
        }

        @Override
        public void transportResumed() {
            events.mailServerBack();
        }

        @Override
        public void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {
            events.mailWaits(app);
        }
    }
}
