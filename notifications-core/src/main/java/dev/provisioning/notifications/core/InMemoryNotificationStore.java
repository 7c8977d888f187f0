package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreFullException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A store that forgets everything with its process: for tests, and for hosts that can bear a second mail after a
 * restart.
 *
 * <p>Thread-safe. Several notifiers may share one store, as several nodes share a database; say so with
 * {@link #sharedBy(Duration)}, so that each looks after what the others leave behind.
 */
public final class InMemoryNotificationStore implements NotificationStore {
    private static final int MOST_APPLICATIONS = 10_000_000;

    private final AppTable<Kept> ledgers = new AppTable<>();
    private final Agenda agenda = new Agenda();
    private final AtomicInteger size = new AtomicInteger();
    private final int maxApplications;
    private final @Nullable Duration pollInterval;

    private InMemoryNotificationStore(int maxApplications, @Nullable Duration pollInterval) {
        this.maxApplications = maxApplications;
        this.pollInterval = pollInterval;
    }

    /** {@return an empty store for one notifier, with room for 1,000,000 applications} */
    public static InMemoryNotificationStore create() {
        return withRoomFor(1_000_000);
    }

    /**
     * An empty store for one notifier. When it is full, reports of further applications are refused. An application with a
     * first issue takes about a hundred bytes beyond the texts, one that was mailed about five hundred.
     *
     * @param applications how many applications it keeps at most, from 1 to 10,000,000
     * @return the store
     * @throws InvalidConfigurationException if the number is out of its range
     */
    public static InMemoryNotificationStore withRoomFor(int applications) {
        Faults faults = new Faults();
        faults.number("store.applications", applications, 1, MOST_APPLICATIONS);
        faults.throwIfAny();
        return new InMemoryNotificationStore(applications, null);
    }

    /**
     * An empty store that several notifiers share, with room for 1,000,000 applications.
     *
     * @param pollInterval how often each looks for what the others have left; positive
     * @return the store
     * @throws InvalidConfigurationException if the interval is not from a millisecond to a day
     */
    public static InMemoryNotificationStore sharedBy(Duration pollInterval) {
        Faults faults = new Faults();
        faults.duration("store.pollInterval", pollInterval, Duration.ofMillis(1), Duration.ofDays(1));
        faults.throwIfAny();
        return new InMemoryNotificationStore(1_000_000, pollInterval);
    }

    @Override
    public Ledger read(AppId app) {
        Kept kept = ledgers.find(app);
        return kept == null ? Ledger.empty(app) : kept.ledger();
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreFullException if it is the first ledger of one application too many
     */
    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        if (!successor.app().equals(expected.app()) || successor.revision() != expected.revision() + 1) {
            throw new IllegalArgumentException("revision " + successor.revision() + " of " + successor.app()
                    + " does not succeed revision " + expected.revision() + " of " + expected.app());
        }
        AtomicBoolean replaced = new AtomicBoolean();
        ledgers.change(expected.app(), present -> {
            long revision = present == null ? 0 : present.revision();
            if (revision != expected.revision()) {
                return present;
            }
            if (present == null) {
                requireRoom();
            }
            Kept kept = Kept.of(successor);
            agenda.replace(present, kept);
            replaced.setPlain(true);
            return kept;
        });
        return replaced.getPlain();
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return agenda.due(Kept.micros(now), Kept.micros(horizon), limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        long next = agenda.nextDue(Kept.micros(now));
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Kept.instant(next));
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.ofNullable(pollInterval);
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    private void requireRoom() {
        if (size.incrementAndGet() > maxApplications) {
            size.decrementAndGet();
            throw new StoreFullException("the store is full: it has room for " + maxApplications + " applications");
        }
    }
}
