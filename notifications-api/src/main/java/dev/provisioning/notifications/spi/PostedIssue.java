package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.Issue;
import java.util.Objects;

/**
 * An issue that waits in an {@link Outbox}. Immutable and thread-safe.
 *
 * @param id tells it from every other in its outbox
 * @param issue what was reported
 */
public record PostedIssue(long id, Issue issue) {
    /** Makes an issue that waits. */
    public PostedIssue {
        Objects.requireNonNull(issue, "posted.issue");
    }
}
