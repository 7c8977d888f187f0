package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the mails that have arrived at a {@link RecordingTransport}; attempts that failed do not count. Made
 * by {@link NotificationAssertions}. Not thread-safe.
 */
public final class RecordingTransportAssert extends AbstractAssert<RecordingTransportAssert, RecordingTransport> {
    RecordingTransportAssert(RecordingTransport actual) {
        super(actual, RecordingTransportAssert.class);
    }

    /**
     * Nothing has arrived.
     *
     * @return this assertion
     */
    public RecordingTransportAssert hasSentNothing() {
        return hasSentMails(0);
    }

    /**
     * So many mails have arrived.
     *
     * @param expected how many
     * @return this assertion
     */
    public RecordingTransportAssert hasSentMails(int expected) {
        List<Notification> mails = mails();
        if (mails.size() != expected) {
            throw failure("Expected %s, but there arrived %s", count(expected), MailText.list(mails));
        }
        return this;
    }

    /**
     * No application had two mails on one calendar day, by the {@linkplain Notification#date() dates} of the mails.
     *
     * @param zone in whose calendar
     * @return this assertion
     */
    public RecordingTransportAssert hasSentAtMostOneMailPerDayIn(ZoneId zone) {
        Map<ApplicationsDay, List<Notification>> mailsOfDay = mails().stream()
                .collect(Collectors.groupingBy(
                        mail -> new ApplicationsDay(
                                mail.app(), mail.date().atZone(zone).toLocalDate()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        mailsOfDay.forEach((day, mails) -> {
            if (mails.size() > 1) {
                throw failure(
                        "Expected at most one mail about %s on %s in %s, but there arrived %s",
                        day.app, day.date, zone, MailText.list(mails));
            }
        });
        return this;
    }

    /**
     * Something has arrived, and nothing for anybody else than these.
     *
     * @param addresses the only addresses that may get a mail
     * @return this assertion
     */
    public RecordingTransportAssert hasSentOnlyTo(String... addresses) {
        if (mails().isEmpty()) {
            throw failure(
                    "Expected mails to %s only, but there arrived no mail; if that is right, say hasSentNothing()",
                    List.of(addresses));
        }
        Set<String> allowed = Set.of(addresses);
        List<Notification> others = mails().stream()
                .filter(mail ->
                        !mail.recipients().stream().map(Recipient::address).allMatch(allowed::contains))
                .toList();
        if (!others.isEmpty()) {
            throw failure("Expected mails to %s only, but there arrived %s", List.of(addresses), MailText.list(others));
        }
        return this;
    }

    /**
     * Each of these was named, in the subject or the text of some mail. Where a mail breaks its lines does not matter.
     *
     * @param words summaries of issues, or whatever tells them from others
     * @return this assertion
     */
    public RecordingTransportAssert hasNamed(String... words) {
        for (String word : words) {
            if (mails().stream().noneMatch(mail -> MailText.says(mail, word))) {
                throw failure("Expected a mail to name \"%s\", but none did: %s", word, MailText.list(mails()));
            }
        }
        return this;
    }

    /**
     * None of these was named, anywhere in any mail.
     *
     * @param words summaries of issues, or whatever tells them from others
     * @return this assertion
     */
    public RecordingTransportAssert hasNotNamed(String... words) {
        for (String word : words) {
            List<Notification> naming = mails().stream()
                    .filter(mail -> MailText.saysAnywhere(mail, word))
                    .toList();
            if (!naming.isEmpty()) {
                throw failure("Expected no mail to name \"%s\", but one did: %s", word, MailText.list(naming));
            }
        }
        return this;
    }

    /**
     * Goes on with the mail that has arrived last.
     *
     * @return assertions about it
     */
    public NotificationAssert lastMail() {
        List<Notification> mails = mails();
        if (mails.isEmpty()) {
            throw failure("Expected a mail, but there arrived no mail");
        }
        return new NotificationAssert(mails.get(mails.size() - 1));
    }

    private List<Notification> mails() {
        isNotNull();
        return actual.received();
    }

    private static String count(int mails) {
        return mails == 0 ? "no mail" : mails == 1 ? "1 mail" : mails + " mails";
    }

    private record ApplicationsDay(AppId app, LocalDate date) {}
}
