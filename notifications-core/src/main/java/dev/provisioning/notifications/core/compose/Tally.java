package dev.provisioning.notifications.core.compose;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.DigestItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many there are of a kind, for what a mail counts instead of naming it.
 *
 * @param kind of which kind
 * @param count how many; at least 1
 */
record Tally(IssueKind kind, long count) {
    private static final Comparator<Tally> MOST_FIRST = Comparator.comparingLong(Tally::count)
            .reversed()
            .thenComparing(tally -> tally.kind().name());

    /** Counts issues by kind, the most frequent kind first. */
    static List<Tally> ofItems(List<DigestItem> items) {
        return of(items.stream()
                .map(item -> item.issue().kind())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /** Sorts counts, the highest first. */
    static List<Tally> of(Map<IssueKind, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .sorted(MOST_FIRST)
                .toList();
    }

    /** The kind's name as words. */
    static String inWords(IssueKind kind) {
        return Character.toUpperCase(kind.name().charAt(0))
                + kind.name().substring(1).replace('-', ' ');
    }
}
