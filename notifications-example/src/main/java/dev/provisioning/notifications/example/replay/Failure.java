package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that failed, as it would have been reported.
 *
 * @param application what people call the application
 * @param at when it failed
 * @param issue what would have been reported
 */
record Failure(Name application, Instant at, Issue issue) {
    /**
     * What people call an application.
     *
     * @param text the name
     * @param guessed whether it is no more than the name of a template
     */
    record Name(String text, boolean guessed) {}

    /** A failure at the time of its issue, or else at another. */
    static Failure of(Name application, Issue issue, Instant otherwise) {
        return new Failure(application, Objects.requireNonNullElse(issue.occurredAt(), otherwise), issue);
    }

    AppId app() {
        return issue.app();
    }
}
