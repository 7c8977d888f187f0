package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFieldsTest {
    @Test
    void saysOfAMailWithoutLabelsAboutWhichApplicationItIs() {
        assertThat(fields(Labels.NONE)).isEqualTo("X-Provisioning-Application: contoso/hr\n");
    }

    @ParameterizedTest
    @EnumSource
    void callsImportantOnlyWhatIsUrgent(Severity severity) {
        String fields = fields(new Labels(8, severity, List.of(IssueKind.QUARANTINED), null));

        assertThat(fields)
                .contains("X-Provisioning-Severity: " + severity.name().toLowerCase(Locale.ROOT) + "\n");
        assertThat(fields.contains("Importance: high\n")).isEqualTo(severity == Severity.URGENT);
        assertThat(fields).doesNotContain("low");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso-zürich, hr, =?UTF-8?Q?contoso-z=C3=BCrich/hr?=",
        "contoso, =?UTF-8?Q?no?=, =?UTF-8?B?Y29udG9zby89P1VURi04P1E/bm8/PQ==?=",
        "contoso, two words, contoso/two words",
        "0e9a3c1a-4f89-11d3-9a0c-0305e82c3301, 7d5b7f0e-8a52-4c39-b7c5-1a8c5e1f6d20,"
                + "0e9a3c1a-4f89-11d3-9a0c-0305e82c3301/7d5b7f0e-8a52-4c39-b7c5-1a8c5e1f6d20",
    })
    void saysTheApplicationSoThatRulesFindIt(String tenant, String name, String value) {
        Notification notification = notification(AppId.of(tenant, name), Labels.NONE, ANN);

        assertThat(fields(notification, true)).isEqualTo("X-Provisioning-Application: " + value + "\n");
    }

    @Test
    void neverEncodesKinds() {
        String longest = "k".repeat(64);
        List<IssueKind> kinds =
                List.of(IssueKind.of(longest), IssueKind.JOB_DISABLED, IssueKind.QUARANTINED, IssueKind.of("own"));

        assertThat(fields(new Labels(0, Severity.CRITICAL, kinds, null))).contains("""
                X-Provisioning-Kinds: %s,
                 job-disabled, quarantined, own
                """.formatted(longest));
    }

    @Test
    void saysWhereToUnsubscribeOnlyIfAskedToAndIfThereIsAPage() {
        ReportLink page = ReportLink.of("Notifications", "https://iam.example.com/hr");

        assertThat(fields(notification(settings(page), ANN), true))
                .contains("\nList-Unsubscribe: <https://iam.example.com/hr>\n");
        assertThat(fields(notification(settings(page), ANN), false)).doesNotContain("List-");
        assertThat(fields(notification(settings(null), ANN), true)).doesNotContain("List-");
    }

    @ParameterizedTest
    @CsvSource({
        "https://iam.example.com/Zürich, https://iam.example.com/Z%C3%BCrich",
        "https://iam.example.com/\u202E?a=(b), https://iam.example.com/%E2%80%AE?a=(b)",
    })
    void saysThePageInAscii(String uri, String ascii) {
        assertThat(fields(settings(ReportLink.of("Notifications", uri)))).contains("List-Unsubscribe: <" + ascii + ">");
    }

    @ParameterizedTest
    @ValueSource(ints = {970, 971})
    void leavesAPageOutWhoseAddressFitsOnNoLine(int length) throws MimeException, IOException {
        String start = "https://iam.example.com/";
        ReportLink page = ReportLink.of("Notifications", start + "x".repeat(length - start.length()));

        String fields = fields(settings(page));

        assertThat(fields.contains("List-Unsubscribe")).isEqualTo(length == 970);
        assertThat(fields.lines()).allMatch(line -> line.length() <= 998);
        Sender sender = new Sender(Mailbox.of(ANN), null, "", true);
        byte[] mail = MimeMail.render(notification(settings(page), ANN), sender, List.of(Mailbox.of(ANN)));
        assertThat(ReadMail.byMime4j(mail).subject())
                .as("a strict reader bears it")
                .isEqualTo("hr: 2 problems");
    }

    @Test
    void neverOffersOneClick() {
        assertThat(fields(settings(ReportLink.of("Notifications", "https://iam.example.com/hr"))))
                .doesNotContain("List-Unsubscribe-Post");
    }

    private static Labels settings(@Nullable ReportLink page) {
        return new Labels(8, Severity.CRITICAL, List.of(IssueKind.QUARANTINED), page);
    }

    private static String fields(Labels labels) {
        return fields(notification(labels, ANN), true);
    }

    private static String fields(Notification notification, boolean unsubscribing) {
        MailBuffer out = new MailBuffer(16);
        LabelFields.write(notification, unsubscribing, out);
        return new String(out.toByteArray(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
    }
}
