package dev.provisioning.notifications.smtp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.smtp.MimeMailPropertiesTest.Sent;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;

/** Mails of anything: what {@link MimeMailPropertiesTest} asks of some is asked of whatever reaches new code. */
class MimeMailFuzzTest {
    private final MimeMailPropertiesTest properties = new MimeMailPropertiesTest();

    @FuzzTest
    void everyReaderGetsBackWhatWasSent(byte[] input) throws MessagingException, MimeException, IOException {
        Optional<Sent> valid = sent(AnyText.several(input, 9));
        if (valid.isEmpty()) {
            return;
        }
        Sent sent = valid.get();

        properties.jakartaMailReadsWhatWasSent(sent);
        properties.mime4jReadsWhatWasSent(sent);
        properties.endsEveryLineByCrLfAndNothingElse(sent);
        properties.hasShortLinesNoneOfWhichBeginsWithADot(sent);
        properties.isAsciiUnlessALocalPartIsNot(sent);
        properties.hasTheseFieldsAndNoOthers(sent);
    }

    /** A mail, unless the notification or the builder of the transport would refuse a part of it. */
    private static Optional<Sent> sent(List<String> parts) {
        String name = parts.get(1);
        if (!OneLine.is(name) || name.length() > 100) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Sent(notification(parts), name));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Notification notification(List<String> parts) {
        String html = parts.get(5);
        return new Notification(
                AppId.of("contoso", parts.get(2)),
                "contoso-hr.7",
                "contoso-hr",
                1,
                Instant.parse("2026-03-02T04:05:06Z"),
                List.of(Recipient.mail("ann@example.com"), Recipient.mail(parts.get(3))),
                language(parts.get(8)),
                labels(parts.get(6), parts.get(7)),
                parts.get(0),
                parts.get(4),
                html.isEmpty() ? null : html);
    }

    /** One that a mail tells. */
    private static Locale language(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        return language.equals(Locale.ROOT) || language.toLanguageTag().length() > 60 ? Locale.GERMANY : language;
    }

    private static Labels labels(String kind, String settings) {
        return new Labels(
                7,
                Severity.URGENT,
                kind.isEmpty() ? List.of() : List.of(IssueKind.of(kind), IssueKind.QUARANTINED),
                settings.isEmpty() ? null : ReportLink.of("Settings", settings));
    }
}
