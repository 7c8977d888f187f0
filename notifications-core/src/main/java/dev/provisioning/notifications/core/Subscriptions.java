package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The host's subscriptions, asked safely: a source that fails is a subscription that is not known now. */
final class Subscriptions {
    private static final Log LOG = Log.of(Subscriptions.class);

    private final SubscriptionSource source;

    Subscriptions(SubscriptionSource source) {
        this.source = source;
    }

    Optional<Subscription> find(AppId app) {
        try {
            @Nullable Subscription subscription = source.subscription(app);
            return Optional.ofNullable(subscription);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.debug("{}: the subscription is not known now", app, e);
            return Optional.empty();
        }
    }

    /** The zone, for whoever has to go on in any case: UTC while the subscription is not known. */
    ZoneId zone(AppId app) {
        return find(app).map(Subscription::zone).orElse(ZoneOffset.UTC);
    }
}
