package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.LossyStore.entries;
import static dev.provisioning.notifications.testkit.LossyStore.instant;
import static dev.provisioning.notifications.testkit.LossyStore.issues;
import static dev.provisioning.notifications.testkit.LossyStore.keyed;
import static dev.provisioning.notifications.testkit.LossyStore.losing;
import static dev.provisioning.notifications.testkit.LossyStore.slot;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stores that are wrong in one point each, and the sentences of the contract that have to find it. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody changes a lambda.
enum BrokenStore implements Supplier<NotificationStore> {
    IGNORES_THE_REVISION(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    check(expected, successor);
                    put(this, successor);
                    return true;
                }
            },
            "refuses, and changes nothing, if somebody was faster",
            "refuses the same step a second time",
            "refuses, and changes nothing, if it has not come so far",
            "never restarts the revision, not even when nothing is left",
            "lets exactly one of them replace a revision",
            "gives a slot to exactly one of those who claim it",
            "lets a claim be either marked or taken over"),
    ACCEPTS_A_REVISION_THAT_IS_AHEAD(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    check(expected, successor);
                    synchronized (ledgers) {
                        boolean replaces = read(expected.app()).revision() <= expected.revision();
                        return replaces && put(this, successor);
                    }
                }
            },
            "refuses, and changes nothing, if it has not come so far"),
    WRITES_THOUGH_IT_REFUSES(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    return super.replace(expected, successor) || !put(this, successor);
                }
            },
            "refuses, and changes nothing, if somebody was faster"),
    LOOKS_BEFORE_IT_LOCKS(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    check(expected, successor);
                    boolean replaces = read(expected.app()).revision() == expected.revision();
                    LockSupport.parkNanos(1_000_000);
                    return replaces && put(this, successor);
                }
            },
            "lets exactly one of them replace a revision",
            "loses nothing that they count",
            "gives a slot to exactly one of those who claim it",
            "lets a claim be either marked or taken over"),
    WRITES_SLOT_AND_ENTRIES_ONE_AFTER_THE_OTHER(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    check(expected, successor);
                    synchronized (successor.app().tenant().intern()) {
                        Ledger present = read(expected.app());
                        if (present.revision() != expected.revision()) {
                            return false;
                        }
                        put(this, present.successor(successor.slot()));
                        LockSupport.parkNanos(1_000_000);
                        return put(this, successor);
                    }
                }
            },
            "shows every reader slot and entries of the same revision"),
    ACCEPTS_ANY_SUCCESSOR(
            () -> new PlainStore() {
                @Override
                void check(Ledger expected, Ledger successor) {}
            },
            "calls what is not the direct successor a bad argument, and changes nothing",
            "calls a successor of another application a bad argument, and changes nothing"),
    ANSWERS_FALSE_TO_A_BAD_ARGUMENT(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    try {
                        return super.replace(expected, successor);
                    } catch (IllegalArgumentException e) {
                        return false;
                    }
                }
            },
            "calls what is not the direct successor a bad argument, and changes nothing",
            "calls a successor of another application a bad argument, and changes nothing"),
    DELETES_WHAT_IS_EMPTY(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    boolean replaced = super.replace(expected, successor);
                    if (replaced
                            && successor.entries().isEmpty()
                            && successor.slot().equals(Slot.FIRST)) {
                        forget(this, successor.app());
                    }
                    return replaced;
                }
            },
            "never restarts the revision, not even when nothing is left"),
    KEEPS_REMOVED_ENTRIES(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    Map<String, Entry> entries =
                            new HashMap<>(read(expected.app()).entries());
                    entries.putAll(successor.entries());
                    return super.replace(expected, expected.successor(successor.slot(), entries, successor.lastMail()));
                }
            },
            "adds, changes and removes entries as the successor says"),
    ADDS_ENTRIES_BUT_CHANGES_NONE(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    Map<String, Entry> entries = new HashMap<>(successor.entries());
                    entries.replaceAll(
                            (key, entry) -> read(expected.app()).entries().getOrDefault(key, entry));
                    check(expected, successor);
                    return super.replace(expected, expected.successor(successor.slot(), entries, successor.lastMail()));
                }
            },
            "adds, changes and removes entries as the successor says",
            "loses nothing that they count"),

    TELLS_IN_NO_ORDER_WHAT_IS_DUE(
            () -> new PlainStore() {
                @Override
                Stream<Ledger> inOrder() {
                    return super.inOrder()
                            .sorted((a, b) -> a.app().name().compareTo(b.app().name()));
                }
            },
            "tells the longest due first, and no more than it was asked for"),
    KNOWS_NO_URGENCY(
            () -> new PlainStore() {
                @Override
                Stream<Ledger> inOrder() {
                    return super.inOrder().sorted(Comparator.comparing(PlainStore::dueAt));
                }
            },
            "tells the most urgent first, and of equals the longest due",
            "goes by the worst of what is held, and by nothing else",
            "puts in another place what has become more urgent, or less, though it is due when it was",
            "tells what is due beyond the horizon last, however urgent it is"),
    KNOWS_NOTHING_BUT_URGENCY(
            () -> new PlainStore() {
                @Override
                Stream<Ledger> inOrder() {
                    return super.inOrder()
                            .sorted(Comparator.comparing(Ledger::urgency)
                                    .reversed()
                                    .thenComparing(ledger -> ledger.app().name()));
                }
            },
            "tells the longest due first, and no more than it was asked for"),
    COUNTS_WHAT_WAS_REPORTED_AS_URGENT(
            () -> new PlainStore() {
                @Override
                Stream<Ledger> inOrder() {
                    return super.inOrder()
                            .sorted(Comparator.comparing((Ledger ledger) -> ledger.entries().values().stream()
                                            .map(Entry::severity)
                                            .max(Comparator.naturalOrder())
                                            .orElse(Severity.INFO))
                                    .reversed()
                                    .thenComparing(PlainStore::dueAt));
                }
            },
            "goes by the worst of what is held, and by nothing else"),
    TELLS_WHAT_IS_URGENT_BEFORE_IT_CUTS_AT_THE_HORIZON(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return super.due(Instant.MAX, Instant.MAX, Integer.MAX_VALUE).stream()
                            .filter(super.due(now, horizon, Integer.MAX_VALUE)::contains)
                            .limit(limit)
                            .toList();
                }
            },
            "tells what is due beyond the horizon last, however urgent it is"),
    TELLS_WHEN_THE_MOST_URGENT_IS_NEXT(
            () -> new PlainStore() {
                @Override
                public Optional<Instant> nextDue(Instant now) {
                    synchronized (ledgers) {
                        return inOrder()
                                .map(PlainStore::dueAt)
                                .filter(at -> at.isAfter(now))
                                .findFirst();
                    }
                }
            },
            "tells the earliest instant that is still to come, however urgent what is due then"),
    CUTS_BEFORE_IT_SORTS(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    List<AppId> first = super.due(now, horizon, Integer.MAX_VALUE).stream()
                            .sorted((a, b) -> a.name().compareTo(b.name()))
                            .limit(limit)
                            .toList();
                    return super.due(now, horizon, Integer.MAX_VALUE).stream()
                            .filter(first::contains)
                            .toList();
                }
            },
            "tells the longest due first, and no more than it was asked for"),
    IGNORES_THE_LIMIT(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return super.due(now, horizon, Integer.MAX_VALUE);
                }
            },
            "tells the longest due first, and no more than it was asked for",
            "tells each of many that are due at the same instant, once"),
    TELLS_ONLY_WHAT_IS_OVERDUE(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return super.due(now.minusNanos(1_000), horizon, limit);
                }
            },
            "tells what is due now or was before, and nothing that will be"),
    FORGETS_THE_HORIZON(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return super.due(now, Instant.MAX, limit);
                }
            },
            "tells what is due beyond the horizon, after what is due now"),
    COUNTS_THE_HORIZON_AS_BEYOND_IT(
            () -> new PlainStore() {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return super.due(now, horizon.minusNanos(1_000), limit);
                }
            },
            "tells what is due beyond the horizon, after what is due now"),
    OVERLOOKS_CLAIMS_THAT_RAN_OUT(
            () -> new PlainStore() {
                @Override
                Stream<Ledger> inOrder() {
                    return super.inOrder().filter(ledger -> ledger.slot().phase() != Phase.HANDED_OVER);
                }
            },
            "tells what is due in every phase but the idle one"),
    TELLS_THE_PRESENT_AS_NEXT(
            () -> new PlainStore() {
                @Override
                public Optional<Instant> nextDue(Instant now) {
                    return super.nextDue(now.minusNanos(1));
                }
            },
            "tells the earliest instant that is still to come, and none that has come"),
    TELLS_THE_FIRST_AS_NEXT(
            () -> new PlainStore() {
                @Override
                public Optional<Instant> nextDue(Instant now) {
                    return super.nextDue(Instant.MIN);
                }
            },
            "forgets what is due no more",
            "tells the earliest instant that is still to come, and none that has come"),

    KNOWS_NO_TENANTS(
            () -> keyed(AppId::name), "changes one without the others", "tells applications apart that look alike"),
    JOINS_TENANT_AND_NAME_BY_A_SLASH(() -> keyed(AppId::toString), "tells applications apart that look alike"),
    COMPARES_NAMES_WITHOUT_CASE(
            () -> keyed(app -> app.tenant() + "\n" + app.name().toLowerCase(Locale.ROOT)),
            "tells applications apart that look alike"),
    TRIMS_KEYS(() -> losing(entries(entry -> entry.key(), String::strip)), "tells keys apart that look alike"),

    LOSES_MICROSECONDS(
            () -> losing(slot(slot -> slot.phase() == Phase.GATHERING
                    ? slot.waiting(Phase.GATHERING, instant(slot).truncatedTo(ChronoUnit.MILLIS))
                    : slot)),
            "gathering",
            "tells what is due now or was before, and nothing that will be"),
    ROUNDS_INSTANTS_UP(
            () -> losing(slot(slot -> slot.claim() == null || slot.claim().handover() == null
                    ? slot
                    : slot.handedOver(slot.claim(), instant(slot).plusNanos(500).truncatedTo(ChronoUnit.MICROS)))),
            "gives back the nanoseconds of an instant, or cuts them off"),
    LOSES_THE_MARK(() -> losing(slot(LossyStore::withoutMark)), "handed over", "to nobody"),
    LOSES_THE_TROUBLE(() -> losing(slot(slot -> slot.troubled(null, slot.stumbles()))), "to be retried", "rejected"),
    LOSES_ENHANCED_CODES(() -> losing(slot(LossyStore::withoutEnhancedCode)), "rejected", "of the greatest numbers"),
    KEEPS_THE_TROUBLE_OF_BEFORE(
            () -> new PlainStore() {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    check(expected, successor);
                    Slot slot = successor.slot();
                    Trouble kept =
                            slot.trouble() == null ? read(expected.app()).slot().trouble() : slot.trouble();
                    return super.replace(
                            expected,
                            expected.successor(
                                    slot.troubled(kept, slot.stumbles()), successor.entries(), successor.lastMail()));
                }
            },
            "gives back each slot after any other"),
    LOSES_THE_LAST_MAIL(
            () -> losing(ledger -> new Ledger(ledger.app(), ledger.revision(), ledger.slot(), ledger.entries(), null)),
            "accepted in part",
            "in doubt"),
    SORTS_FACTS(() -> losing(issues(LossyStore::withSortedFacts)), "gives back all entries together"),
    CUTS_LONG_TEXTS(
            () -> losing(issues(issue -> Issue.builder(issue.app(), issue.kind())
                    .key(issue.key())
                    .severity(issue.severity())
                    .summary(issue.summary())
                    .detail(issue.detail().substring(0, Math.min(issue.detail().length(), 3_999)))
                    .build())),
            "gives back as many entries, and as long ones, as there are");

    private final Supplier<NotificationStore> store;
    private final List<String> failing;

    BrokenStore(Supplier<NotificationStore> store, String... failing) {
        this.store = store;
        this.failing = List.of(failing);
    }

    /** The sentences of the contract that such a store breaks. */
    List<String> failing() {
        return failing;
    }

    @Override
    public NotificationStore get() {
        return store.get();
    }

    static boolean put(PlainStore store, Ledger ledger) {
        synchronized (store.ledgers) {
            store.ledgers.put(ledger.app(), ledger);
            return true;
        }
    }

    static void forget(PlainStore store, AppId app) {
        synchronized (store.ledgers) {
            store.ledgers.remove(app);
        }
    }
}
