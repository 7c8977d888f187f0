package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Entry;

/**
 * An issue, and how often it was reported: once, or as often as memory has counted its repeats.
 *
 * @param issue its latest words
 * @param times how often it was reported
 * @param isOfItsKind whether memory has counted several issues of its kind together, of which this was the latest
 */
record Reported(Issue issue, long times, boolean isOfItsKind) {
    Reported(Issue issue, long times) {
        this(issue, times, false);
    }

    static Reported once(Issue issue) {
        return new Reported(issue, 1);
    }

    /** What tells it from others that wait to be written. */
    String key() {
        return isOfItsKind ? Entry.COUNTED_ONLY + issue.kind().name() : issue.key();
    }

    Reported and(Reported later) {
        return new Reported(later.issue, times + later.times, isOfItsKind);
    }

    /** The same in other words. */
    Reported as(Issue words) {
        return new Reported(words, times, isOfItsKind);
    }
}
