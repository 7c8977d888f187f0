package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Notifiers;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Duration;

/** A whole notifier, whose mails have time. */
public final class NotifierWriter implements IssueWriter {
    private static final Duration WAIT = Duration.ofDays(1);

    private final NotificationStore store;
    private final Notifier notifier;

    /** Reports to a notifier on a store, and closes both in the end. */
    public NotifierWriter(NotificationStore store) {
        this.store = store;
        this.notifier = Notifiers.on(store, WAIT).build();
    }

    @Override
    public void write(Issue issue) {
        Disposition disposition = notifier.report(issue);
        if (disposition != Disposition.HELD) {
            throw new IllegalStateException(issue + " is " + disposition);
        }
    }

    @Override
    public void close() {
        notifier.close();
        store.close();
    }
}
