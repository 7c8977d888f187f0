package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The store that all nodes share, and that outlives them. */
public class KeptLedgers implements NotificationStore {
    private static final Comparator<Ledger> MOST_URGENT =
            Comparator.comparing(Ledger::urgency).reversed().thenComparing(KeptLedgers::dueAt);

    private final Map<AppId, Ledger> ledgers = new LinkedHashMap<>();
    private final Optional<Duration> poll;

    /** An empty store, which nodes ask now and then, if that is not zero. */
    public KeptLedgers(Duration poll) {
        this.poll = poll.isZero() ? Optional.empty() : Optional.of(poll);
    }

    @Override
    public Ledger read(AppId app) {
        return ledgers.getOrDefault(app, Ledger.empty(app));
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        if (successor.revision() != expected.revision() + 1 || !successor.app().equals(expected.app())) {
            throw new IllegalArgumentException("not the direct successor");
        }
        if (read(expected.app()).revision() != expected.revision()) {
            return false;
        }
        put(successor);
        return true;
    }

    /** Puts a ledger in its place, whatever is there. */
    public void put(Ledger ledger) {
        ledgers.put(ledger.app(), ledger);
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return Stream.concat(
                        waiting().filter(ledger -> !dueAt(ledger).isAfter(now)).sorted(MOST_URGENT),
                        waiting()
                                .filter(ledger -> dueAt(ledger).isAfter(horizon))
                                .sorted(MOST_URGENT))
                .limit(limit)
                .map(Ledger::app)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return waiting().map(KeptLedgers::dueAt).filter(due -> due.isAfter(now)).min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Duration> pollInterval() {
        return poll;
    }

    private Stream<Ledger> waiting() {
        return ledgers.values().stream().filter(ledger -> ledger.slot().phase() != Phase.IDLE);
    }

    private static Instant dueAt(Ledger ledger) {
        Instant due = ledger.slot().dueAt();
        return due == null ? Instant.MAX : due;
    }
}
