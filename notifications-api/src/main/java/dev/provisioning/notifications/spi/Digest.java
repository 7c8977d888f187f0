package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail has to tell. Immutable and thread-safe.
 *
 * @param app which application it is about
 * @param subscription what its administrator has set
 * @param slot the number of the slot whose mail it is
 * @param now when it was composed
 * @param lastMailAt when the previous mail left; null if there was none
 * @param nextMailAt when the next mail can leave at the earliest
 * @param lateSince since when attempts to deliver this mail have failed; null if this is the first
 * @param items the issues, the most pressing first; empty only if there is something in {@code countedOnly}
 * @param resolved what was reported before and is resolved now, the latest first
 * @param countedOnly how many more reports there were of issues beyond those kept one by one, by kind
 */
public record Digest(
        AppId app,
        Subscription subscription,
        long slot,
        Instant now,
        @Nullable Instant lastMailAt,
        Instant nextMailAt,
        @Nullable Instant lateSince,
        List<DigestItem> items,
        List<DigestItem> resolved,
        Map<IssueKind, Long> countedOnly) {
    /** Makes a digest. */
    public Digest {
        items = List.copyOf(items);
        resolved = List.copyOf(resolved);
        countedOnly = Map.copyOf(countedOnly);
    }

    /**
     * What programs can know of its mail: the worst severity, and which kinds, those that are only counted last.
     *
     * @return the labels
     */
    public Labels labels() {
        Stream<IssueKind> counted = countedOnly.keySet().stream().sorted(Comparator.comparing(IssueKind::name));
        return new Labels(
                slot,
                items.stream()
                        .map(DigestItem::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.CRITICAL),
                Stream.concat(items.stream().map(item -> item.issue().kind()), counted)
                        .distinct()
                        .limit(Labels.MAX_KINDS)
                        .toList(),
                subscription.settings());
    }
}
