package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores that do not keep everything, or not apart. */
final class LossyStore {
    private LossyStore() {}

    static Instant instant(Slot slot) {
        Instant due = slot.dueAt();
        return due == null ? Instant.EPOCH : due;
    }

    /** A store that takes applications with the same key for one. */
    static NotificationStore keyed(Function<AppId, String> key) {
        return new PlainStore() {
            private final Map<String, AppId> known = new TreeMap<>();

            @Override
            public Ledger read(AppId app) {
                Ledger ledger = super.read(first(app));
                return new Ledger(app, ledger.revision(), ledger.slot(), ledger.entries(), ledger.lastMail());
            }

            @Override
            public boolean replace(Ledger expected, Ledger successor) {
                check(expected, successor);
                AppId app = first(expected.app());
                synchronized (ledgers) {
                    boolean replaces = super.read(app).revision() == expected.revision();
                    return replaces
                            && BrokenStore.put(
                                    this,
                                    new Ledger(app, successor.revision(), successor.slot(), successor.entries(), null));
                }
            }

            private AppId first(AppId app) {
                synchronized (known) {
                    return known.computeIfAbsent(key.apply(app), any -> app);
                }
            }
        };
    }

    /** A store that does not keep everything. */
    static NotificationStore losing(UnaryOperator<Ledger> kept) {
        return new PlainStore() {
            @Override
            public boolean replace(Ledger expected, Ledger successor) {
                check(expected, successor);
                return super.replace(expected, kept.apply(successor));
            }
        };
    }

    static UnaryOperator<Ledger> slot(UnaryOperator<Slot> change) {
        return ledger -> new Ledger(
                ledger.app(), ledger.revision(), change.apply(ledger.slot()), ledger.entries(), ledger.lastMail());
    }

    static UnaryOperator<Ledger> entries(Function<Entry, String> key, UnaryOperator<String> change) {
        return ledger -> new Ledger(
                ledger.app(),
                ledger.revision(),
                ledger.slot(),
                ledger.entries().values().stream()
                        .collect(Collectors.toMap(key.andThen(change), entry -> entry, (one, other) -> one)),
                ledger.lastMail());
    }

    static UnaryOperator<Ledger> issues(UnaryOperator<Issue> change) {
        return ledger -> {
            Map<String, Entry> entries = new HashMap<>(ledger.entries());
            entries.replaceAll((key, entry) -> withIssue(entry, change.apply(entry.issue())));
            return new Ledger(ledger.app(), ledger.revision(), ledger.slot(), entries, ledger.lastMail());
        };
    }

    static Slot withoutMark(Slot slot) {
        Claim claim = slot.claim();
        return claim == null || claim.handover() == null
                ? slot
                : new Slot(
                        slot.number(),
                        Phase.CLAIMED,
                        slot.dueAt(),
                        slot.usedAt(),
                        slot.opensAt(),
                        new Claim(claim.owner(), claim.token(), null),
                        slot.attempts(),
                        slot.stumbles(),
                        slot.trouble());
    }

    static Slot withoutEnhancedCode(Slot slot) {
        @Nullable Trouble trouble = slot.trouble();
        if (trouble == null) {
            return slot;
        }
        DeliveryFault fault = trouble.fault();
        DeliveryFault bare = new DeliveryFault(fault.stage(), fault.code(), null, fault.text());
        return slot.troubled(new Trouble(trouble.since(), bare), slot.stumbles());
    }

    static Issue withSortedFacts(Issue issue) {
        return new Issue(
                issue.app(),
                issue.kind(),
                issue.key(),
                issue.severity(),
                issue.summary(),
                issue.detail(),
                issue.remedy(),
                new TreeMap<>(issue.facts()),
                issue.links(),
                issue.deadline(),
                issue.occurredAt());
    }

    static Entry withIssue(Entry entry, Issue issue) {
        return new Entry(
                entry.key(),
                entry.status(),
                issue,
                entry.severity(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.heldAt(),
                entry.count(),
                entry.told(),
                entry.born(),
                entry.version(),
                entry.inDoubt(),
                entry.resolvedAt());
    }
}
