package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.Notification;

/**
 * Assertions that read like the promises of the library, for AssertJ.
 *
 * <pre>{@code
 * assertThat(transport)
 *         .hasSentMails(2)
 *         .hasSentAtMostOneMailPerDayIn(ZoneId.of("Europe/Berlin"))
 *         .hasSentOnlyTo("team@example.com")
 *         .hasNamed("The password has expired");
 * assertThat(transport).lastMail().isAbout(app).hasSubjectContaining("Salesforce").isAttempt(1);
 * }</pre>
 *
 * <p>To be imported beside AssertJ's own {@code assertThat}. A failure shows the subjects and dates of the mails, and
 * their recipients masked.
 */
public final class NotificationAssertions {
    private NotificationAssertions() {}

    /**
     * Begins an assertion about the mails that have arrived at a transport.
     *
     * @param actual the transport
     * @return assertions about it
     */
    public static RecordingTransportAssert assertThat(RecordingTransport actual) {
        return new RecordingTransportAssert(actual);
    }

    /**
     * Begins an assertion about a mail.
     *
     * @param actual the mail
     * @return assertions about it
     */
    public static NotificationAssert assertThat(Notification actual) {
        return new NotificationAssert(actual);
    }
}
