package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.Content;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlainComposerTest {
    private final PlainComposer composer = new PlainComposer();

    @Test
    void namesEverythingThatAReaderHasToKnow() {
        Content content = composer.compose(Digests.usual());

        assertThat(content.subject()).isEqualTo("Salesforce: 3 problems");
        assertThat(content.html()).isNull();
        assertThat(Mails.unwrapped(content))
                .contains("Times are in the zone Europe/Berlin.")
                .contains("1. The cycle of 24 November would have disabled 1,812 of 4,020 accounts")
                .contains("Delete threshold exceeded (urgent), reported 214 times, since Tue 24 Nov 2026, 08:04")
                .contains("reported 1214 times, 37 of them since a mail last named it")
                .contains("A mail that may have arrived has named it already.")
                .contains("Act by Fri 27 Nov 2026, 17:00. After that: the application goes into quarantine")
                .contains(
                        "(role needed: Report Reader) https://iam.example.com/reports/salesforce/cycle/8812/deletions")
                .contains("What to do: Confirm the audit in the licence portal.")
                .contains("reported once")
                .contains("Target unreachable: login.salesforce.com did not answer within 30 seconds. (resolved")
                .contains("The next mail about Salesforce comes on Wed 25 Nov 2026, 00:00 at the earliest.")
                .contains("https://iam.example.com/apps/salesforce/notifications");
        Mails.notification(Digests.usual(), content);
        Mails.assertNarrow(content.text());
    }

    @Test
    void tellsWhatTheCapKeptBack() {
        assertThat(Mails.unwrapped(composer.compose(Digests.of(Digests.keptBack(true)))))
                .contains("It was seen after the previous mail had left, and has waited for this one.");
    }

    @Test
    void writesPlainEnglishInWhateverLanguage() {
        assertThat(composer.compose(Digests.in(Locale.forLanguageTag("tr"))))
                .isEqualTo(composer.compose(Digests.in(Locale.ENGLISH)));
    }
}
