package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts an application aside when too many of its cycles have failed in a row, until one succeeds. Quarantine is an
 * issue of its own, beside that of the failure itself. Kept in memory: an engine that is started again counts from zero.
 */
final class Quarantine {
    /** The failed cycle, counted from the last good one, that puts an application into quarantine. */
    static final int FAILURES = 10;

    private final Map<AppId, Integer> failures = new HashMap<>();
    private final Map<AppId, Instant> since = new HashMap<>();

    /** Counts a failed cycle, and tells of the quarantine if the application is in it. */
    Optional<Issue> count(TargetApplication app, Instant now) {
        if (failures.merge(app.id(), 1, Integer::sum) < FAILURES) {
            return Optional.empty();
        }
        return Optional.of(Issues.quarantined(app, since.computeIfAbsent(app.id(), id -> now)));
    }

    void lift(TargetApplication app) {
        failures.remove(app.id());
        since.remove(app.id());
    }
}
