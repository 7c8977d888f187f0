package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Ledger;
import java.util.Optional;

/** The next mail about an application as it stands now, for whoever cannot wait for it. */
final class Draft {
    private final Parts parts;
    private final Digests digests;

    Draft(Parts parts) {
        this.parts = parts;
        this.digests = new Digests(parts.machine(), parts.screen());
    }

    Optional<Content> of(AppId app) {
        Ledger ledger = parts.store().read(app);
        if (!ledger.holdsAnything()) {
            return Optional.empty();
        }
        return parts.subscriptions()
                .find(app)
                .filter(Subscription::active)
                .map(subscription ->
                        digests.of(ledger, subscription, parts.clock().instant()))
                .map(parts.editor()::content);
    }
}
