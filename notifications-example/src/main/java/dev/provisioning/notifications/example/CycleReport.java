package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
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
record CycleReport(Instant at, AppId app, @Nullable Changes changes, List<Report> reports) {
    /**
     * What was reported of an issue, and what the library answered.
     *
     * @param kind what sort of problem it is
     * @param key which problem of the application it is
     * @param summary what is wrong, in one line
     * @param answer what the library said to it
     */
    record Report(IssueKind kind, String key, String summary, Disposition answer) {
        static Report of(Issue issue, Disposition answer) {
            return new Report(issue.kind(), issue.key(), issue.summary(), answer);
        }

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
