package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as the {@link InMemoryNotificationStore} keeps it: whole, or, as long as it is about a first issue, as little as
 * that takes. At the same time it is a node of the {@link Agenda}, to which {@link #left} and {@link #right} belong.
 *
 * <p>Instants that the agenda goes by are microseconds since 1970; nanoseconds beyond are cut off.
 */
abstract class Kept extends AppTable.Row {
    /** The greatest {@link #urgency}. */
    static final int MOST_URGENT = Severity.values().length - 1;

    private static final Instant LATEST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final Instant EARLIEST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);

    @Nullable
    Kept left;

    @Nullable
    Kept right;

    private final long dueAt;
    private final byte urgency;
    private final boolean due;

    @SuppressWarnings("EnumOrdinal") // a byte, and this process's own
    Kept(AppId app, @Nullable Instant dueAt, Severity urgency) {
        super(app);
        this.due = dueAt != null;
        this.dueAt = dueAt == null ? 0 : micros(dueAt);
        this.urgency = (byte) urgency.ordinal();
    }

    static Kept of(Ledger ledger) {
        return FirstIssue.isAllOf(ledger) ? new FirstIssue(ledger) : new Whole(ledger);
    }

    /** The ledger, equal to what was put in but for nanoseconds. */
    abstract Ledger ledger();

    abstract long revision();

    /** How long the texts are that it keeps, in UTF-16 units. */
    abstract long characters();

    /** Whether somebody has to look at it at some time. */
    final boolean isDue() {
        return due;
    }

    /** When somebody has to look at it. */
    final long dueAt() {
        return dueAt;
    }

    /** How urgent its next mail is; more is worse. */
    final int urgency() {
        return urgency;
    }

    static long micros(Instant instant) {
        if (instant.isAfter(LATEST)) {
            return Long.MAX_VALUE;
        }
        if (instant.isBefore(EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long characters(Issue issue) {
        Deadline deadline = issue.deadline();
        int plain = issue.key().length()
                + issue.summary().length()
                + issue.detail().length()
                + issue.remedy().length()
                + (deadline == null ? 0 : deadline.consequence().length());
        long facts = issue.facts().entrySet().stream()
                .mapToLong(fact -> fact.getKey().length() + fact.getValue().length())
                .sum();
        long links = issue.links().stream()
                .mapToLong(link -> link.label().length() + link.uri().toString().length())
                .sum();
        return plain + facts + links;
    }

    /** Any ledger. */
    private static final class Whole extends Kept {
        private final Ledger ledger;

        Whole(Ledger ledger) {
            super(ledger.app(), ledger.slot().dueAt(), ledger.urgency());
            this.ledger = cut(ledger);
        }

        @Override
        Ledger ledger() {
            return ledger;
        }

        @Override
        long revision() {
            return ledger.revision();
        }

        @Override
        long characters() {
            return ledger.entries().values().stream()
                    .mapToLong(entry -> characters(entry.issue()))
                    .sum();
        }

        /** With an instant to be due at that says the same to everybody as it does to the agenda. */
        private static Ledger cut(Ledger ledger) {
            Instant due = ledger.slot().dueAt();
            return due == null || due.equals(due.truncatedTo(ChronoUnit.MICROS))
                    ? ledger
                    : new Ledger(
                            ledger.app(),
                            ledger.revision(),
                            ledger.slot().due(due.truncatedTo(ChronoUnit.MICROS)),
                            ledger.entries(),
                            ledger.lastMail());
        }
    }
}
