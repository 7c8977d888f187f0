package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole notifier with every default, among them the store in memory; its mails have a day, so that none is due meanwhile. */
final class OwnNotifier implements RepeatFilter {
    private static final Duration WAIT = Duration.ofDays(1);
    private static final Subscription SUBSCRIPTION = Subscription.builder("Salesforce")
            .recipient("salesforce-owners@example.com")
            .build();

    private final AtomicInteger mails = new AtomicInteger();
    private final Notifier notifier = Notifier.builder()
            .subscriptions(app -> SUBSCRIPTION)
            .policy(DailyPolicy.builder().gathering(WAIT).build())
            .transport((mail, point) -> {
                mails.incrementAndGet();
                throw new IllegalStateException("no mail is due");
            })
            .build();

    @Override
    public boolean suppresses(Issue issue) {
        return notifier.report(issue) == Disposition.MERGED;
    }

    @Override
    public void verify() {
        if (mails.get() > 0) {
            throw new IllegalStateException("mails were begun: " + mails);
        }
    }

    @Override
    public void close() {
        notifier.close();
    }
}
