package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The daily policy, of which a test can break a part. */
class BreakablePolicy implements NotificationPolicy {
    private final DailyPolicy policy = World.policy().build();

    @Override
    public boolean admits(Issue issue) {
        return policy.admits(issue);
    }

    @Override
    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
        return policy.opensAt(app, usedAt, zone);
    }

    @Override
    public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
        return policy.dueAt(app, heldAt, opensAt, zone);
    }

    @Override
    public Duration longestWindow() {
        return policy.longestWindow();
    }
}
