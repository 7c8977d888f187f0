package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.InMemoryNotificationStore;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A notifier as it is by default, but for a policy under which no mail leaves before the next day. */
final class NotifierKeeping implements Keeping {
    private static final Duration LONG = Duration.ofMinutes(61);
    private static final int ROUNDS = 3;
    private static final int MANY_THREADS = 16;

    private final NotificationStore store;
    private final Notifier notifier;
    private final int threads;
    private final SchedulerAhead scheduler = new SchedulerAhead();
    private volatile @Nullable Issue latest;

    private NotifierKeeping(NotificationStore store, int threads) {
        this.store = store;
        this.threads = threads;
        this.notifier = Notifier.builder()
                .store(store)
                .scheduler(scheduler)
                .subscriptions(app -> Sample.SUBSCRIPTION)
                .policy(DailyPolicy.builder().gathering(Duration.ofDays(1)).build())
                .transport((mail, point) -> DeliveryResult.accepted(mail))
                .build();
    }

    static NotifierKeeping inMemory() {
        return new NotifierKeeping(InMemoryNotificationStore.create(), 1);
    }

    static NotifierKeeping onFile(Path directory) {
        NotificationStore file =
                JdbcNotificationStore.file(directory.resolveSibling(directory.getFileName() + ".sqlite"));
        return new NotifierKeeping(file, MANY_THREADS);
    }

    @Override
    public void keep(Issue issue) {
        Disposition disposition = report(issue);
        if (disposition != Disposition.HELD) {
            throw new IllegalStateException(issue + " is " + disposition);
        }
        latest = issue;
    }

    Disposition report(Issue issue) {
        return notifier.report(issue);
    }

    /** Waits until the counters are written; on a file, lets hours pass in which only one application is heard of. */
    @Override
    public void settle(Duration time) {
        LockSupport.parkNanos(time.toNanos());
        Issue one = latest;
        for (int round = 0; round < ROUNDS && threads > 1 && one != null; round++) {
            scheduler.putForward(LONG);
            report(one);
            LockSupport.parkNanos(time.toNanos());
        }
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void close() {
        notifier.close();
        scheduler.close();
        store.close();
    }
}
