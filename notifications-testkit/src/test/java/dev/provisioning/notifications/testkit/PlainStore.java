package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    final List<PostedIssue> posted = new ArrayList<>();
    private long lastId;

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
            Stream<Ledger> due = inOrder().filter(ledger -> !dueAt(ledger).isAfter(now));
            Stream<Ledger> beyond = inOrder().filter(ledger -> dueAt(ledger).isAfter(horizon));
            return Stream.concat(due, beyond).limit(limit).map(Ledger::app).toList();
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        synchronized (ledgers) {
            return inOrder()
                    .map(PlainStore::dueAt)
                    .filter(at -> at.isAfter(now))
                    .min(Comparator.naturalOrder());
        }
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.of(Duration.ofMinutes(1));
    }

    /** A host has reported an issue, and committed. */
    final void post(Issue issue) {
        synchronized (ledgers) {
            posted.add(new PostedIssue(++lastId, issue));
        }
    }

    @Override
    public void erase(AppId app) {
        synchronized (ledgers) {
            posted.removeIf(waiting -> waiting.issue().app().equals(app));
        }
    }

    @Override
    public Optional<Outbox> outbox() {
        return Optional.of(new PlainOutbox());
    }

    /** The outbox, as simple as can be. */
    class PlainOutbox implements Outbox {
        @Override
        public List<PostedIssue> waiting(int limit) {
            synchronized (ledgers) {
                return posted.stream().limit(limit).toList();
            }
        }

        @Override
        public boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken) {
            synchronized (ledgers) {
                return posted.containsAll(taken) && replace(expected, successor) && posted.removeAll(taken);
            }
        }

        @Override
        public void discard(List<PostedIssue> unwanted) {
            synchronized (ledgers) {
                posted.removeAll(unwanted);
            }
        }
    }

    Stream<Ledger> inOrder() {
        return ledgers.values().stream()
                .filter(ledger -> ledger.slot().dueAt() != null)
                .sorted(Comparator.comparing(Ledger::urgency).reversed().thenComparing(PlainStore::dueAt));
    }

    static Instant dueAt(Ledger ledger) {
        return Objects.requireNonNull(ledger.slot().dueAt());
    }
}
