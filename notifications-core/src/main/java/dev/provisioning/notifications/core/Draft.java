package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.util.Optional;

/** The next mail about an application as it stands now, for whoever cannot wait for it. */
final class Draft {
    private static final Log LOG = Log.of(Draft.class);

    private final Parts parts;
    private final Digests digests;
    private final Desks desks;
    private final Flusher flusher;

    Draft(Parts parts, Desks desks, Flusher flusher) {
        this.parts = parts;
        this.desks = desks;
        this.flusher = flusher;
        this.digests = new Digests(parts.machine(), parts.screen());
    }

    Optional<Content> of(AppId app) {
        Ledger ledger = desks.at(app, this::counted);
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

    /** The ledger, with what memory has counted, unless that cannot be written now. */
    private Ledger counted(Desk desk) {
        try {
            flusher.write(desk);
        } catch (StoreException e) {
            LOG.debug("{}: the draft does not count the latest repeats", desk.app(), e);
        }
        return parts.store().read(desk.app());
    }
}
