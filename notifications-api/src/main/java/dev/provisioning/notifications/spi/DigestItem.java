package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One issue as a mail tells it. Immutable and thread-safe.
 *
 * @param issue its newest words
 * @param severity the worst severity it was reported with
 * @param firstSeen when it was seen first
 * @param lastSeen when it was seen last
 * @param count how often it was reported
 * @param newCount how often it was reported since the last mail that named it
 * @param news whether no accepted mail has named it yet
 * @param keptBack whether it was held before this slot opened: the cap has kept it back from an earlier mail
 * @param perhapsReported whether a mail that may have been accepted has named it
 * @param resolvedAt when it was resolved; null if it is not
 */
public record DigestItem(
        Issue issue,
        Severity severity,
        Instant firstSeen,
        Instant lastSeen,
        long count,
        long newCount,
        boolean news,
        boolean keptBack,
        boolean perhapsReported,
        @Nullable Instant resolvedAt) {
    /** By the nearest deadline, then the worst, then what no mail has named. */
    public static final Comparator<DigestItem> MOST_PRESSING = Comparator.comparing(
                    DigestItem::deadline, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(DigestItem::severity, Comparator.reverseOrder())
            .thenComparing(DigestItem::news, Comparator.reverseOrder())
            .thenComparing(DigestItem::firstSeen)
            .thenComparing(item -> item.issue().key());

    private static @Nullable Instant deadline(DigestItem item) {
        Deadline deadline = item.issue.deadline();
        return deadline == null ? null : deadline.at();
    }
}
