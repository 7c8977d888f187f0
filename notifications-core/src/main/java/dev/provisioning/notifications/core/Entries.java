package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Entry.Status;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a ledger while one step of the slot machine works on them: a copy, to become the successor's. Whatever
 * changes what was <em>reported</em> of an issue draws a new version; what a mail does to an entry does not, so that
 * "unchanged since" always speaks of reports and resolves alone.
 */
final class Entries {
    /** What a report did. */
    enum Added {
        /** An issue that was not held is held now. */
        HELD,
        /** A held issue became worse. */
        WORSE,
        /** A held issue was seen once more. */
        MERGED
    }

    private static final IssueKind OTHER = IssueKind.of("other");
    private static final int MAX_COUNTED_KINDS = 20;

    private final Map<String, Entry> entries;
    private final long revision;

    private Entries(Map<String, Entry> entries, long revision) {
        this.entries = entries;
        this.revision = revision;
    }

    /** A copy to work on, for the direct successor of a ledger. */
    static Entries of(Ledger ledger) {
        return new Entries(new HashMap<>(ledger.entries()), ledger.revision() + 1);
    }

    Map<String, Entry> toMap() {
        return entries;
    }

    boolean isAnythingHeld() {
        return entries.values().stream().anyMatch(Entry::isHeld);
    }

    /**
     * Counts reports of an issue, and holds it; beyond the limit, or where several were counted together, it is counted with
     * all others of its kind.
     */
    Added add(Reported reported, Instant now, int limit) {
        Issue issue = reported.issue();
        boolean isNamed = !reported.isOfItsKind() && (entries.containsKey(issue.key()) || makesRoom(limit));
        String key = isNamed ? issue.key() : countedKey(issue.kind());
        Entry known = entries.get(key);
        long times = reported.times();
        entries.put(key, known == null ? born(key, issue, times, now) : again(known, issue, times, now));
        if (known == null || !known.isHeld()) {
            return Added.HELD;
        }
        return known.severity().isAtLeast(issue.severity()) ? Added.MERGED : Added.WORSE;
    }

    /** Ends an issue. One that a mail has named, or may be naming now, is kept to be told as resolved. */
    boolean resolve(String key, boolean mailUnderWay, Instant now) {
        Entry known = entries.get(key);
        if (known == null || known.status() == Status.RESOLVED) {
            return false;
        }
        if (known.told() > 0 || known.inDoubt() || mailUnderWay) {
            entries.put(key, with(known, Status.RESOLVED, known.told(), known.inDoubt(), revision, now));
        } else {
            entries.remove(key);
        }
        return true;
    }

    /** Ends what was not reported since a revision. */
    List<String> resolveAll(Set<String> keys, long since, boolean mailUnderWay, Instant now) {
        return List.copyOf(entries.values()).stream()
                .filter(entry -> keys.contains(entry.key()) && entry.version() <= since)
                .map(Entry::key)
                .filter(key -> resolve(key, mailUnderWay, now))
                .toList();
    }

    /** Drops what has not changed since a cut; returns how many held issues that were. */
    int dropUpTo(long cut) {
        int before = held();
        entries.values().removeIf(entry -> entry.version() <= cut);
        return before - held();
    }

    /**
     * An accepted mail was composed from a cut: what has not changed since is reported, or need not be told again. What has
     * was told all the same, as often as the cut counts it.
     */
    void reported(Ledger cut) {
        entries.values().removeIf(entry -> entry.status() == Status.RESOLVED && entry.version() <= cut.revision());
        replaceEach(entry -> entry.status() != Status.REPORTED, entry -> {
            Entry named = cut.entries().get(entry.key());
            long told = named != null && named.born() == entry.born() && named.isHeld() ? named.count() : entry.told();
            Status status = entry.version() <= cut.revision() ? Status.REPORTED : entry.status();
            return with(entry, status, told, false, entry.version(), entry.resolvedAt());
        });
    }

    /** A mail that was handed over may have been accepted: what it named stays held, and says so. */
    void inDoubt(Handover mark) {
        replaceEach(
                entry -> entry.isHeld()
                        && entry.born() <= mark.cut()
                        && !entry.heldAt().isAfter(mark.at()),
                entry -> with(entry, Status.HELD, entry.told(), true, entry.version(), null));
    }

    /** A mail that was handed over is taken to have been accepted: what has not changed since its cut is reported. */
    void assumeReported(Handover mark) {
        entries.values().removeIf(entry -> entry.status() == Status.RESOLVED && entry.version() <= mark.cut());
        replaceEach(
                entry -> entry.isHeld() && entry.version() <= mark.cut(),
                entry -> with(entry, Status.REPORTED, entry.count(), false, entry.version(), null));
    }

    private int held() {
        return (int) entries.values().stream().filter(Entry::isHeld).count();
    }

    private void replaceEach(Predicate<Entry> which, UnaryOperator<Entry> how) {
        entries.replaceAll((key, entry) -> which.test(entry) ? how.apply(entry) : entry);
    }

    private boolean makesRoom(int limit) {
        if (entries.values().stream().filter(entry -> !entry.isCountedOnly()).count() < limit) {
            return true;
        }
        Optional<Entry> oldest = entries.values().stream()
                .filter(entry -> !entry.isHeld() && !entry.isCountedOnly())
                .min(Comparator.comparing(Entry::lastSeen).thenComparing(Entry::key));
        oldest.ifPresent(entry -> entries.remove(entry.key()));
        return oldest.isPresent();
    }

    private String countedKey(IssueKind kind) {
        String key = Entry.COUNTED_ONLY + kind.name();
        long kinds = entries.values().stream().filter(Entry::isCountedOnly).count();
        return entries.containsKey(key) || kinds < MAX_COUNTED_KINDS ? key : Entry.COUNTED_ONLY + OTHER.name();
    }

    private Entry born(String key, Issue issue, long times, Instant now) {
        Instant seen = seen(issue, now);
        return new Entry(
                key, Status.HELD, issue, issue.severity(), seen, seen, now, times, 0, revision, revision, false, null);
    }

    private Entry again(Entry known, Issue issue, long times, Instant now) {
        boolean held = known.isHeld();
        Severity worst = held && known.severity().isAtLeast(issue.severity()) ? known.severity() : issue.severity();
        Instant seen = seen(issue, now);
        return new Entry(
                known.key(),
                Status.HELD,
                issue,
                worst,
                seen.isBefore(known.firstSeen()) ? seen : known.firstSeen(),
                seen.isAfter(known.lastSeen()) ? seen : known.lastSeen(),
                held ? known.heldAt() : now,
                known.count() + times,
                known.told(),
                known.born(),
                revision,
                known.inDoubt(),
                null);
    }

    private static Instant seen(Issue issue, Instant now) {
        Instant occurred = issue.occurredAt();
        return occurred == null || occurred.isAfter(now) ? now : occurred;
    }

    private static Entry with(
            Entry entry, Status status, long told, boolean inDoubt, long version, @Nullable Instant resolvedAt) {
        return new Entry(
                entry.key(),
                status,
                entry.issue(),
                entry.severity(),
                entry.firstSeen(),
                entry.lastSeen(),
                entry.heldAt(),
                entry.count(),
                told,
                entry.born(),
                version,
                inDoubt,
                resolvedAt);
    }
}
