package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Issue;

/** An issue, and how often it was reported: once, or as often as memory has counted its repeats. */
record Reported(Issue issue, long times) {
    static Reported once(Issue issue) {
        return new Reported(issue, 1);
    }

    Reported and(Reported later) {
        return new Reported(later.issue, times + later.times);
    }
}
