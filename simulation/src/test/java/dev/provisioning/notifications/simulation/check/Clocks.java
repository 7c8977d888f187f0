package dev.provisioning.notifications.simulation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/** What every clock said at every time. */
final class Clocks {
    private static final long SKEW = Duration.ofDays(1).toNanos();

    private final Instant start;
    private final List<Stretch> stretches = new ArrayList<>();

    /** A time through which a clock was off by the same. */
    private record Stretch(long from, long to, long offset) {}

    Clocks(Journal journal) {
        this.start = journal.rules().start();
        Map<Integer, Note.ClockSet> present = new HashMap<>();
        for (Note.ClockSet set : journal.all(Note.ClockSet.class)) {
            Note.ClockSet before = present.put(set.node(), set);
            if (before != null) {
                stretches.add(new Stretch(before.at(), set.at(), before.offset()));
            }
        }
        present.values().forEach(last -> stretches.add(new Stretch(last.at(), Long.MAX_VALUE, last.offset())));
    }

    /** The earliest that each clock said at some time between two times, stretch by stretch. */
    List<Instant> earliestBetween(long from, long to) {
        return stretches.stream()
                .filter(stretch -> stretch.from <= to && stretch.to >= from)
                .map(stretch -> start.plusNanos(Math.max(from, stretch.from)).plusNanos(stretch.offset))
                .toList();
    }

    /** How far two clocks were apart at most, but for those that were wrong by years. */
    Duration apart() {
        LongSummaryStatistics offsets = stretches.stream()
                .mapToLong(stretch -> stretch.offset)
                .filter(offset -> Math.abs(offset) < SKEW)
                .summaryStatistics();
        return Duration.ofNanos(Math.max(0, offsets.getMax()) - Math.min(0, offsets.getMin()));
    }

    /** Whether every clock was always right. */
    boolean wereRight() {
        return stretches.stream().allMatch(stretch -> stretch.offset == 0);
    }
}
