package dev.provisioning.notifications.core;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sums up a ledger for the composer: the most pressing first. */
final class Digests {
    private final SlotMachine machine;
    private final Screen screen;

    Digests(SlotMachine machine, Screen screen) {
        this.machine = machine;
        this.screen = screen;
    }

    Digest of(Ledger cut, Subscription subscription, Instant now) {
        Instant opened = machine.opensAt(cut.app(), cut.slot(), subscription.zone());
        Function<Entry, DigestItem> item = entry -> item(entry, opened);
        Trouble trouble = cut.slot().trouble();
        return screen.screened(new Digest(
                cut.app(),
                subscription,
                cut.slot().number(),
                now,
                cut.slot().usedAt(),
                machine.nextOpensAt(cut.app(), now, subscription.zone()),
                trouble == null ? null : trouble.since(),
                cut.held().stream()
                        .filter(entry -> !entry.isCountedOnly())
                        .map(item)
                        .sorted(DigestItem.MOST_PRESSING)
                        .toList(),
                resolved(cut, item),
                countedOnly(cut)));
    }

    private static List<DigestItem> resolved(Ledger cut, Function<Entry, DigestItem> item) {
        return cut.entries().values().stream()
                .filter(entry -> entry.status() == Entry.Status.RESOLVED && !entry.isCountedOnly())
                .map(item)
                .sorted(Comparator.comparing(Digests::resolvedAt)
                        .reversed()
                        .thenComparing(resolved -> resolved.issue().key()))
                .toList();
    }

    private static Map<IssueKind, Long> countedOnly(Ledger cut) {
        return cut.held().stream()
                .filter(Entry::isCountedOnly)
                .collect(Collectors.toMap(
                        entry -> IssueKind.of(entry.key().substring(Entry.COUNTED_ONLY.length())),
                        entry -> entry.count() - entry.told()));
    }

    private static DigestItem item(Entry entry, Instant opened) {
        return new DigestItem(
                entry.issue(),
                entry.severity(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.count(),
                entry.count() - entry.told(),
                entry.told() == 0,
                entry.heldAt().isBefore(opened),
                entry.inDoubt(),
                entry.resolvedAt());
    }

    private static Instant resolvedAt(DigestItem item) {
        Instant at = item.resolvedAt();
        return at == null ? item.lastSeen() : at;
    }
}
