package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** As simple as a store can be, and right; to be made wrong in one point by a subclass. */
class PlainStore implements NotificationStore {
    final Map<AppId, Ledger> ledgers;

    PlainStore() {
        this(new HashMap<>());
    }

    /** Another node on the same data. */
    PlainStore(Map<AppId, Ledger> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public Ledger read(AppId app) {
        synchronized (ledgers) {
            return Objects.requireNonNullElseGet(ledgers.get(app), () -> Ledger.empty(app));
        }
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        check(expected, successor);
        synchronized (ledgers) {
            if (read(expected.app()).revision() != expected.revision()) {
                return false;
            }
            ledgers.put(successor.app(), successor);
            return true;
        }
    }

    void check(Ledger expected, Ledger successor) {
        if (!expected.app().equals(successor.app()) || expected.revision() + 1 != successor.revision()) {
            throw new IllegalArgumentException("not the direct successor");
        }
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        synchronized (ledgers) {
            return inOrder()
                    .filter(ledger ->
                            !dueAt(ledger).isAfter(now) || dueAt(ledger).isAfter(horizon))
                    .limit(limit)
                    .map(Ledger::app)
                    .toList();
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        synchronized (ledgers) {
            return inOrder()
                    .map(PlainStore::dueAt)
                    .filter(at -> at.isAfter(now))
                    .findFirst();
        }
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.of(Duration.ofMinutes(1));
    }

    Stream<Ledger> inOrder() {
        return ledgers.values().stream()
                .filter(ledger -> ledger.slot().dueAt() != null)
                .sorted(Comparator.comparing(PlainStore::dueAt));
    }

    static Instant dueAt(Ledger ledger) {
        return Objects.requireNonNull(ledger.slot().dueAt());
    }
}
