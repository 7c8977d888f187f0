package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.sample.Notifiers;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notifiers that send together what is due, each a node with a store of its own. */
final class Shift implements AutoCloseable {
    private final List<Notifier> notifiers = new ArrayList<>();
    private final Arrivals arrivals;

    /** Begins at once. */
    Shift(List<NotificationStore> stores, int mailsPerSecond, Arrivals arrivals) {
        this.arrivals = arrivals;
        for (NotificationStore store : stores) {
            notifiers.add(Notifiers.on(store, Duration.ZERO)
                    .mailsPerSecond(mailsPerSecond)
                    .transport(arrivals)
                    .build());
        }
    }

    /** Waits until so many of its mails have come. */
    void await(int mails) throws InterruptedException {
        arrivals.await(mails);
    }

    @Override
    public void close() {
        notifiers.forEach(Notifier::close);
    }
}
