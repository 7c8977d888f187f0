package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A store that hands everything on to another: for tests that change one thing about it. As thread-safe as the other.
 *
 * <p>A shared database goes by a clock of its own, and so does a notifier that uses it. To let it go by {@link ManualTime}:
 *
 * <pre>{@code
 * NotificationStore store = new ForwardingStore(JdbcNotificationStore.shared(dataSource)) {
 *     @Override
 *     public Clock clock(Clock own) {
 *         return own;
 *     }
 * };
 * }</pre>
 */
public class ForwardingStore implements NotificationStore {
    private final NotificationStore store;

    /**
     * Hands on to a store.
     *
     * @param store the store that does it all
     */
    public ForwardingStore(NotificationStore store) {
        this.store = store;
    }

    @Override
    public Ledger read(AppId app) {
        return store.read(app);
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return store.replace(expected, successor);
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return store.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return store.nextDue(now);
    }

    @Override
    public Optional<Duration> pollInterval() {
        return store.pollInterval();
    }

    @Override
    public boolean isDurable() {
        return store.isDurable();
    }

    @Override
    public Clock clock(Clock own) {
        return store.clock(own);
    }

    @Override
    public List<SentMail> mails(AppId app, int limit) {
        return store.mails(app, limit);
    }

    @Override
    public void erase(AppId app) {
        store.erase(app);
    }

    @Override
    public Optional<Outbox> outbox() {
        return store.outbox();
    }

    @Override
    public void close() {
        store.close();
    }
}
