package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Problems with their history.
 *
 * @param issues the problems
 * @param lastMailAt when the previous mail left; null if there was none, then everything is new
 * @param now when the mail about them is composed
 */
record SampleItems(SampleIssues issues, @Nullable Instant lastMailAt, Instant now) {
    /** So many units have problems at most; those that had one are others. */
    private static final int UNITS = 100;

    /** So many problems of these kinds in turn, the most pressing first. */
    List<DigestItem> ofKinds(List<IssueKind> kinds, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> item(issues.issue(kinds.get(i % kinds.size()), i / kinds.size() + 1), i))
                .sorted(DigestItem.MOST_PRESSING)
                .toList();
    }

    /** So many problems of these kinds in turn that are over, the latest first. */
    List<DigestItem> resolved(List<IssueKind> kinds, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> resolved(issues.issue(kinds.get(i % kinds.size()), UNITS + 1 + i), i))
                .toList();
    }

    /** New, told before and seen again, kept back by the cap, and perhaps told: in turn. */
    private DigestItem item(Issue issue, int index) {
        if (lastMailAt == null) {
            return news(issue, now.minus(minutes(2 + index)), index, false);
        }
        return switch (index % 4) {
            case 0 -> news(issue, now.minus(minutes(45 + index)), index, false);
            case 1 -> toldBefore(issue, lastMailAt, index, false);
            case 2 -> news(issue, lastMailAt.plus(minutes(30 + index)), index, true);
            default -> toldBefore(issue, lastMailAt, index, true);
        };
    }

    private DigestItem news(Issue issue, Instant firstSeen, int index, boolean keptBack) {
        long count = index % 3 == 2 ? 1 : 3 + 37L * index % 211;
        Instant lastSeen = count == 1 ? firstSeen : now.minus(minutes(1));
        return new DigestItem(issue, issue.severity(), firstSeen, lastSeen, count, count, true, keptBack, false, null);
    }

    private DigestItem toldBefore(Issue issue, Instant toldAt, int index, boolean perhaps) {
        long newCount = 1 + 13L * index % 59;
        return new DigestItem(
                issue,
                issue.severity(),
                toldAt.minus(Duration.ofHours(5 + 19L * index)),
                now.minus(minutes(4)),
                newCount + 1_177 + 31L * index,
                newCount,
                false,
                true,
                perhaps,
                null);
    }

    private DigestItem resolved(Issue issue, int index) {
        Instant resolvedAt = now.minus(minutes(40 + 25L * index));
        return new DigestItem(
                issue,
                issue.severity(),
                resolvedAt.minus(Duration.ofHours(30)),
                resolvedAt.minus(minutes(80)),
                12 + index,
                0,
                false,
                false,
                false,
                resolvedAt);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
