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
import java.util.concurrent.atomic.AtomicLong;
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
    private static final long CHARACTERS_EACH = 256;
    private static final long LEAST_CHARACTERS = 1_000_000;

    private final AppTable<Kept> ledgers = new AppTable<>();
    private final Agenda agenda = new Agenda();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong characters = new AtomicLong();
    private final int maxApplications;
    private final long maxCharacters;
    private final @Nullable Duration pollInterval;

    private InMemoryNotificationStore(int maxApplications, @Nullable Duration pollInterval) {
        this.maxApplications = maxApplications;
        this.maxCharacters = Math.max(CHARACTERS_EACH * maxApplications, LEAST_CHARACTERS);
        this.pollInterval = pollInterval;
    }

    /** {@return an empty store for one notifier, with {@linkplain #withRoomFor(int) room for} 1,000,000 applications} */
    public static InMemoryNotificationStore create() {
        return withRoomFor(1_000_000);
    }

    /**
     * An empty store for one notifier. An application with a first issue takes about a hundred bytes beyond the texts,
     * one that was mailed about six hundred; and whoever was once reported keeps that place, because it must not be forgotten
     * when its mail left. When it is full, reports of further applications and issues are refused, and
     * newer texts of known issues are passed over; all else goes on.
     *
     * @param applications how many applications it keeps at most, from 1 to 10,000,000; and as many texts as make 256
     *     characters for each, but a million at least
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
     * @throws StoreFullException if it is the first ledger of one application too many, or brings more words than there is room
     *     for
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
            Kept kept = Kept.of(successor);
            requireRoom(present, kept);
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

    private void requireRoom(@Nullable Kept before, Kept after) {
        if (before == null && size.incrementAndGet() > maxApplications) {
            size.decrementAndGet();
            throw new StoreFullException("the store is full: it has room for " + maxApplications + " applications");
        }
        long more = after.characters() - (before == null ? 0 : before.characters());
        if (characters.addAndGet(more) > maxCharacters && more > 0) {
            characters.addAndGet(-more);
            size.addAndGet(before == null ? -1 : 0);
            throw new StoreFullException("the store is full: it has room for " + maxCharacters + " characters");
        }
    }
}
