package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one cycle.
 *
 * @param at when it ran
 * @param app at which application
 * @param changes what it changed; null if it did not complete
 * @param reports what it reported to the library, and what the library answered
 */
record CycleReport(Instant at, AppId app, @Nullable Plan changes, List<Report> reports) {
    /**
     * An issue, and what the library answered.
     *
     * @param issue what was reported
     * @param answer what the library said to it
     */
    record Report(Issue issue, Disposition answer) {
        /** {@return whether the library has promised that somebody will hear of it} */
        boolean isAcknowledged() {
            return answer == Disposition.HELD || answer == Disposition.MERGED;
        }
    }

    CycleReport {
        reports = List.copyOf(reports);
    }

    boolean completed() {
        return changes != null;
    }
}
