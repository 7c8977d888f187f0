package dev.provisioning.notifications.benchmarks.store.sample;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.core.NotifierBuilder;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Duration;

/** Notifiers whose mails are accepted at once. */
public final class Notifiers {
    /** How many mails a notifier sends at one time. */
    public static final int DELIVERIES = 4;

    private Notifiers() {}

    /** {@return a notifier to build, whose mails wait for so long} */
    public static NotifierBuilder on(NotificationStore store, Duration gathering) {
        return Notifier.builder()
                .store(store)
                .subscriptions(app -> Sample.SUBSCRIPTION)
                .policy(DailyPolicy.builder().gathering(gathering).build())
                .maxDeliveries(DELIVERIES)
                .mailsPerSecond(10_000)
                .transport((mail, point) -> {
                    point.pass();
                    return DeliveryResult.accepted(mail);
                });
    }
}
