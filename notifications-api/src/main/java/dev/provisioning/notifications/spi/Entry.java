package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger knows about one issue of its application. Immutable and thread-safe.
 *
 * @param key which issue: {@link Issue#key()}; or, if the issue stands for all of its kind that are counted only, a key
 *     beginning with {@code +}
 * @param status held, reported or resolved
 * @param issue its newest words
 * @param severity the worst severity it was reported with since it became held
 * @param firstSeen when it was seen first
 * @param lastSeen when it was seen last
 * @param heldAt when it began to wait for a mail, the latest time
 * @param count how often it was reported; only grows
 * @param told the count that the last accepted mail named; 0 if none did
 * @param born the ledger's revision that brought this entry
 * @param version the ledger's revision that last changed what was reported of it
 * @param inDoubt whether a mail that may have been accepted has named it
 * @param resolvedAt when it was resolved; not null just if it is
 */
public record Entry(
        String key,
        Status status,
        Issue issue,
        Severity severity,
        Instant firstSeen,
        Instant lastSeen,
        Instant heldAt,
        long count,
        long told,
        long born,
        long version,
        boolean inDoubt,
        @Nullable Instant resolvedAt) {
    /** What begins the key of an entry that counts all issues of a kind beyond those kept one by one. */
    public static final String COUNTED_ONLY = "+";

    /** What an entry waits for. */
    public enum Status {
        /** To be named in the next mail. */
        HELD,
        /** To be reported again or resolved: an accepted mail has named it. */
        REPORTED,
        /** To be shown as resolved in the next mail. */
        RESOLVED
    }

    /**
     * Makes an entry.
     *
     * @throws IllegalArgumentException if its parts contradict each other
     */
    public Entry {
        Objects.requireNonNull(key, "entry.key");
        Objects.requireNonNull(status, "entry.status");
        Objects.requireNonNull(issue, "entry.issue");
        Objects.requireNonNull(severity, "entry.severity");
        Objects.requireNonNull(firstSeen, "entry.firstSeen");
        Objects.requireNonNull(lastSeen, "entry.lastSeen");
        Objects.requireNonNull(heldAt, "entry.heldAt");
        if (count < 1
                || told < 0
                || told > count
                || born > version
                || (status == Status.RESOLVED) != (resolvedAt != null)) {
            throw new IllegalArgumentException("entry contradicts itself: " + key + ", " + status + ", count " + count
                    + ", told " + told + ", born " + born + ", version " + version + ", resolvedAt " + resolvedAt);
        }
    }

    /** {@return whether it is to be named in the next mail} */
    public boolean isHeld() {
        return status == Status.HELD;
    }

    /** {@return whether it stands for all issues of its kind that are counted only} */
    public boolean isCountedOnly() {
        return key.startsWith(COUNTED_ONLY);
    }
}
