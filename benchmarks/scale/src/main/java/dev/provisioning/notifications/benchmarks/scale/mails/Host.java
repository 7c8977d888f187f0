package dev.provisioning.notifications.benchmarks.scale.mails;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.benchmarks.process.Meter;
import dev.provisioning.notifications.benchmarks.store.load.Together;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.smtp.SmtpTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What an engine embeds: the notifier, its store in a file, its SMTP transport; set to the fastest. */
final class Host implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int REPORTERS = 4;
    private static final int FASTEST = 10_000;

    private final JdbcNotificationStore store;
    private final SmtpTransport transport;
    private final Notifier notifier;
    private final Semaphore accepted = new Semaphore(0);
    private long applications;

    Host(int port, Path file, int deliveries) {
        store = JdbcNotificationStore.file(file);
        transport = SmtpTransport.builder()
                .url("smtp://localhost:" + port)
                .allowPlaintext()
                .from("provisioning@example.com")
                .helloName("client.example.com")
                .keptConnections(deliveries)
                .mailsPerConnection(100_000)
                .build();
        notifier = Notifier.builder()
                .store(store)
                .transport(transport)
                .subscriptions(app -> Sample.SUBSCRIPTION)
                .policy(DailyPolicy.builder().gathering(Duration.ZERO).build())
                .maxDeliveries(deliveries)
                .mailsPerSecond(FASTEST)
                .listener(new NotificationListener() {
                    @Override
                    public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
                        accepted.release();
                    }
                })
                .build();
    }

    /** Reports an issue for each of so many new applications, and waits for the last mail. */
    Sending send(int mails) throws InterruptedException, ExecutionException {
        Meter before = Meter.read();
        ThreadTimes threadsBefore = ThreadTimes.read();
        long begun = System.nanoTime();
        Together.forEach(REPORTERS, applications, mails, number -> report(Sample.app(number)));
        applications += mails;
        if (!accepted.tryAcquire(mails, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(accepted.availablePermits() + " mails were accepted, not " + mails);
        }
        long nanos = System.nanoTime() - begun;
        ThreadTimes threads = ThreadTimes.read().since(threadsBefore);
        return new Sending(
                mails,
                mails * 1e9 / nanos,
                Meter.read().since(before).cpuNanos(),
                threads.user(),
                threads.all() - threads.user());
    }

    @Override
    public void close() {
        notifier.close();
        transport.close();
        store.close();
    }

    private void report(AppId app) {
        Disposition disposition = notifier.report(Sample.issue(app, 0));
        if (disposition != Disposition.HELD) {
            throw new IllegalStateException(app + " is " + disposition);
        }
    }
}
