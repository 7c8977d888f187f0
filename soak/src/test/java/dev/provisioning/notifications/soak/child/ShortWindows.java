package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One mail in each window, and windows are short. */
record ShortWindows(Duration gathering, Duration window) implements NotificationPolicy {
    @Override
    public boolean admits(Issue issue) {
        return true;
    }

    @Override
    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
        return usedAt.plus(window);
    }

    @Override
    public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
        Instant gathered = heldAt.plus(gathering);
        return gathered.isAfter(opensAt) ? gathered : opensAt;
    }

    @Override
    public Duration longestWindow() {
        return window;
    }
}
