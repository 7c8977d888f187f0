package dev.provisioning.notifications.benchmarks.store.mails;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.benchmarks.store.load.Together;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import dev.provisioning.notifications.benchmarks.store.sample.Ledgers;
import dev.provisioning.notifications.benchmarks.store.sample.Notifiers;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Applications of one store, whose mails are delivered and counted. */
public final class Route implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final Duration PAST = Duration.ofMinutes(1);

    private final Medium medium;
    private final NotificationStore store;
    private final Clock clock = Clock.systemUTC();
    private long applications;

    /** Opens the store in a place that nobody else uses. */
    public Route(Medium medium) {
        this.medium = medium;
        this.store = medium.open();
    }

    /** Has mails delivered: so many at once, or one after the other. */
    public MailCost measure(Delivery delivery, int mails)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        long commits = medium.commits();
        int batch = delivery.isOfMany() ? mails : 1;
        long nanos = 0;
        for (int done = 0; done < mails; done += batch) {
            int threads = delivery.isOfMany() ? Notifiers.DELIVERIES : 1;
            Together.forEach(threads, applications, batch, this::hold);
            long begun = System.nanoTime();
            if (delivery.isByNotifier()) {
                deliverByNotifier(batch);
            } else {
                Together.forEach(threads, applications, batch, this::deliverBySteps);
            }
            nanos += System.nanoTime() - begun;
            applications += batch;
        }
        return new MailCost(mails * 1e9 / nanos, (medium.commits() - commits) / (double) mails);
    }

    @Override
    public void close() throws IOException {
        store.close();
        medium.close();
    }

    private void hold(long number) {
        AppId app = Sample.app(number);
        Instant now = clock.instant().minus(PAST);
        replace(Ledger.empty(app), ledger -> Ledgers.held(ledger, Sample.issue(app, 0), now, now));
    }

    private void deliverBySteps(long number) {
        Ledger held = store.read(Sample.app(number));
        Ledger claimed = replace(held, ledger -> Ledgers.claimed(ledger, clock.instant()));
        Ledger marked = replace(claimed, ledger -> Ledgers.marked(ledger, clock.instant()));
        replace(marked, ledger -> Ledgers.accepted(ledger, clock.instant()));
    }

    private Ledger replace(Ledger ledger, UnaryOperator<Ledger> step) {
        Ledger successor = step.apply(ledger);
        if (!store.replace(ledger, successor)) {
            throw new IllegalStateException("somebody else has changed the ledger of " + ledger.app());
        }
        return successor;
    }

    /** A notifier looks for what is due when it starts. */
    private void deliverByNotifier(int mails) throws InterruptedException {
        CountDownLatch accepted = new CountDownLatch(mails);
        NotificationListener listener = new NotificationListener() {
            @Override
            public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
                accepted.countDown();
            }
        };
        Notifier notifier =
                Notifiers.on(store, Duration.ZERO).listener(listener).build();
        try {
            if (!accepted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(accepted.getCount() + " mails have not left");
            }
        } finally {
            notifier.close();
        }
    }
}
