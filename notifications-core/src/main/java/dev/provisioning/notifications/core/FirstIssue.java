package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of an application with one issue, which was never the subject of a mail: what most of a million applications
 * are, when there are a million. It keeps the caller's own words, and 88 bytes.
 */
final class FirstIssue extends Kept {
    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private final IssueKind kind;
    private final String key;
    private final String summary;
    private final String detail;
    private final String remedy;

    /** The issue itself, if it has more than words. */
    private final @Nullable Issue rich;

    private final long firstSeen;
    private final long lastSeen;
    private final int revision;
    private final int count;
    private final byte severity;

    /** Keeps a ledger that {@linkplain #isAllOf is of this sort}. */
    @SuppressWarnings("EnumOrdinal") // a byte, and this process's own
    FirstIssue(Ledger ledger) {
        super(ledger.app(), ledger.slot().dueAt(), ledger.urgency());
        Entry entry = ledger.entries().values().iterator().next();
        Issue issue = entry.issue();
        this.kind = issue.kind();
        this.key = issue.key();
        this.summary = issue.summary();
        this.detail = issue.detail();
        this.remedy = issue.remedy();
        this.rich = isOfWords(issue) ? null : issue;
        this.firstSeen = micros(entry.firstSeen());
        this.lastSeen = micros(entry.lastSeen());
        this.revision = (int) ledger.revision();
        this.count = (int) entry.count();
        this.severity = (byte) issue.severity().ordinal();
    }

    /** Whether a ledger says no more than what this keeps. */
    static boolean isAllOf(Ledger ledger) {
        return ledger.lastMail() == null
                && ledger.entries().size() == 1
                && ledger.revision() <= Integer.MAX_VALUE
                && isNew(ledger.slot())
                && isNew(ledger.entries().values().iterator().next(), ledger.revision());
    }

    @Override
    Ledger ledger() {
        Severity worst = SEVERITIES.get(urgency());
        Instant first = instant(firstSeen);
        Entry entry = new Entry(
                key,
                Entry.Status.HELD,
                issue(),
                worst,
                first,
                instant(lastSeen),
                first,
                count,
                0,
                1,
                revision,
                false,
                null);
        Slot slot = Slot.FIRST.waiting(Phase.GATHERING, instant(dueAt()));
        return new Ledger(app, revision, slot, Map.of(key, entry), null);
    }

    @Override
    long revision() {
        return revision;
    }

    @Override
    long characters() {
        Issue whole = rich;
        return whole != null ? characters(whole) : key.length() + summary.length() + detail.length() + remedy.length();
    }

    private Issue issue() {
        Issue whole = rich;
        return whole != null
                ? whole
                : new Issue(
                        app,
                        kind,
                        key,
                        SEVERITIES.get(severity),
                        summary,
                        detail,
                        remedy,
                        Map.of(),
                        List.of(),
                        null,
                        null);
    }

    private static boolean isOfWords(Issue issue) {
        return issue.facts().isEmpty()
                && issue.links().isEmpty()
                && issue.deadline() == null
                && issue.occurredAt() == null;
    }

    private static boolean isNew(Slot slot) {
        Instant due = slot.dueAt();
        return slot.phase() == Phase.GATHERING
                && slot.equals(Slot.FIRST.waiting(Phase.GATHERING, Objects.requireNonNull(due)));
    }

    private static boolean isNew(Entry entry, long revision) {
        return entry.isHeld()
                && entry.key().equals(entry.issue().key())
                && entry.count() <= Integer.MAX_VALUE
                && entry.told() == 0
                && entry.born() == 1
                && entry.version() == revision
                && !entry.inDoubt()
                && entry.heldAt().equals(entry.firstSeen());
    }
}
