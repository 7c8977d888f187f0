package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Subscription;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that failed, as it would have been reported.
 *
 * @param application what people call the application
 * @param at when it failed
 * @param issue what would have been reported
 */
record Failure(String application, Instant at, Issue issue) {
    /** A failure at the time of its issue, or else at another. */
    static Failure of(String application, Issue issue, Instant otherwise) {
        return new Failure(application, Objects.requireNonNullElse(issue.occurredAt(), otherwise), issue);
    }

    /** {@return the name of the application, cut to what a subscription allows} */
    String shortName() {
        int end = application.offsetByCodePoints(
                0, Math.min(application.codePointCount(0, application.length()), Subscription.MAX_NAME / 2));
        return application.length() <= Subscription.MAX_NAME ? application : application.substring(0, end);
    }
}
