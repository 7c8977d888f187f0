package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A store that forgets everything with its process: for tests, and for hosts that can bear a second mail after a
 * restart.
 *
 * <p>Thread-safe. Several notifiers may share one store, as several nodes share a database; say so with
 * {@link #sharedBy(Duration)}, so that each looks after what the others leave behind.
 */
public final class InMemoryNotificationStore implements NotificationStore {
    private final Map<AppId, Ledger> ledgers = new ConcurrentHashMap<>();
    /** What is due when, for each urgency; the most urgent come first. */
    private final Map<Severity, NavigableSet<Due>> agendas = new EnumMap<>(Severity.class);

    private final @Nullable Duration pollInterval;

    private InMemoryNotificationStore(@Nullable Duration pollInterval) {
        this.pollInterval = pollInterval;
        for (Severity urgency : Severity.values()) {
            agendas.put(urgency, new ConcurrentSkipListSet<>(Due.ORDER));
        }
    }

    /** {@return an empty store for one notifier} */
    public static InMemoryNotificationStore create() {
        return new InMemoryNotificationStore(null);
    }

    /**
     * An empty store that several notifiers share.
     *
     * @param pollInterval how often each looks for what the others have left; positive
     * @return the store
     * @throws InvalidConfigurationException if the interval is not from a millisecond to a day
     */
    public static InMemoryNotificationStore sharedBy(Duration pollInterval) {
        Faults faults = new Faults();
        faults.duration("store.pollInterval", pollInterval, Duration.ofMillis(1), Duration.ofDays(1));
        faults.throwIfAny();
        return new InMemoryNotificationStore(pollInterval);
    }

    @Override
    public Ledger read(AppId app) {
        Ledger ledger = ledgers.get(app);
        return ledger == null ? Ledger.empty(app) : ledger;
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        if (!successor.app().equals(expected.app()) || successor.revision() != expected.revision() + 1) {
            throw new IllegalArgumentException("revision " + successor.revision() + " of " + successor.app()
                    + " does not succeed revision " + expected.revision() + " of " + expected.app());
        }
        AtomicBoolean replaced = new AtomicBoolean();
        ledgers.compute(expected.app(), (app, present) -> {
            long revision = present == null ? 0 : present.revision();
            if (revision != expected.revision()) {
                return present;
            }
            replaced.setPlain(true);
            remind(present, successor);
            return successor;
        });
        return replaced.getPlain();
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        Stream<Due> due = inOrder().flatMap(agenda -> agenda.headSet(Due.last(now), true).stream());
        Stream<Due> incredible = inOrder().flatMap(agenda -> agenda.tailSet(Due.last(horizon), false).stream());
        return Stream.concat(due, incredible).limit(limit).map(Due::app).toList();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return inOrder()
                .flatMap(agenda -> Stream.ofNullable(agenda.higher(Due.last(now))))
                .map(Due::at)
                .min(Comparator.naturalOrder());
    }

    private Stream<NavigableSet<Due>> inOrder() {
        return Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .map(urgency -> Objects.requireNonNull(agendas.get(urgency)));
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.ofNullable(pollInterval);
    }

    /** Runs inside {@link Map#compute}, so once at a time for an application. */
    private void remind(@Nullable Ledger before, Ledger after) {
        Instant was = before == null ? null : before.slot().dueAt();
        Instant is = after.slot().dueAt();
        if (Objects.equals(was, is) && before != null && before.urgency() == after.urgency()) {
            return;
        }
        if (is != null) {
            agenda(after).add(new Due(is, after.app()));
        }
        if (before != null && was != null) {
            agenda(before).remove(new Due(was, before.app()));
        }
    }

    private NavigableSet<Due> agenda(Ledger ledger) {
        return Objects.requireNonNull(agendas.get(ledger.urgency()));
    }

    /** When somebody has to look at an application; without an application, the end of an instant. */
    private record Due(Instant at, @Nullable AppId application) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
                .thenComparing(
                        Due::application,
                        Comparator.nullsLast(Comparator.comparing(AppId::tenant).thenComparing(AppId::name)));

        static Due last(Instant at) {
            return new Due(at, null);
        }

        AppId app() {
            return Objects.requireNonNull(application);
        }
    }
}
