package dev.provisioning.notifications.soak.check;

import java.time.Instant;

/**
 * An issue of which fewer reports were told than were acknowledged.
 *
 * @param issue application and key
 * @param lastReported when its last report began: a mail that counts it was marked later
 * @param acknowledged how many reports were acknowledged
 * @param told how many of them a mail has told
 */
record Missing(String issue, Instant lastReported, long acknowledged, long told) {
    String app() {
        return issue.substring(0, issue.indexOf(' '));
    }

    Violation lost() {
        return new Violation(
                Violation.Kind.LOST, issue + ": " + acknowledged + " reports acknowledged, " + told + " told");
    }
}
