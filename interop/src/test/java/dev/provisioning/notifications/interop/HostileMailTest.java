package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.core.compose.TemplateComposer;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpMail;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stands in whichever field, from the report to what a reader's programs make of the mail: it is refused where it comes in, by
 * the name of the field, or it arrives as words, and as nothing else.
 */
class HostileMailTest {
    private static final List<String> PIECES = List.of(
            // Ends of lines, and what is said behind them.
            "\r",
            "\n",
            "\n.\nQUIT\n",
            "\r\nBcc: eve",
            "\r\n.\r\nQUIT\r\n",
            "\r\n\r\n<h1>",
            "\u0000",
            "\u001B[2J",
            "\u0085",
            "\u2028",
            "\uD83D",
            // What turns a line around.
            "\u202Ecod\u202C",
            "\u202Aa\u202Bb\u202Dc\u2066d\u2067e\u2068f\u2069g\u200Eh\u200Fi\u061C",
            // More than ASCII.
            "Zürich人事😀",
            "– ẹ\u0301 ½ \u760D\u760A",
            // HTML.
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'onmouseover='alert(1)",
            "</style></title></td></table><h1>",
            "<a href=\"javascript:alert(1)\">here</a>",
            "<!--",
            "&lt;b&gt;&amp;&#60;",
            // Templates.
            "{{subject}}{{{subject}}}{{#problems}}{{/problems}}",
            "{{=<% %>=}}<%subject%>",
            "{0}''{1}''%s%n%1$s",
            "${env}#{x}",
            // Mails.
            "=?UTF-8?Q?=0D=0ABcc=3A_eve?=",
            "--=_notification--=0D=0A.");

    private static final List<String> FIELDS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "X-Provisioning-Application",
            "X-Provisioning-Slot",
            "X-Provisioning-Kinds",
            "X-Provisioning-Severity",
            "List-Unsubscribe",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    /** The default one, whose templates need not be read for each mail anew. */
    private static final Composer COMPOSER = TemplateComposer.create();

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C[\\p{Cc}&&[^\\r\\n]]]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    private final Transport transport = SmtpTransport.builder()
            .url("smtp://" + server.host() + ":" + server.port())
            .allowPlaintext()
            .from(Mails.SENDER)
            .listUnsubscribe()
            // A time that stands still: connections are kept.
            .scheduler(ManualTime.startingAt("2026-03-02T14:00:00Z"))
            .build();

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedOrArrivesAsWords(Spot spot) {
        ReadHtml onOneLine = html(Said.with(spot, spot.with("plain")));
        for (String piece : PIECES) {
            String value = spot.with(piece);
            Said said;
            try {
                said = Said.with(spot, value);
            } catch (IllegalArgumentException e) {
                assertRefused(spot, e);
                continue;
            }
            SmtpMail mail = mailAbout(said);
            ReadMail read = ReadMail.of(mail);
            assertGoesWhereItShould(said, mail, read);
            assertHasOurFields(spot, said, mail, read);
            assertSays(spot, value, said, read);
            ReadHtml harmless = piece.contains("\n") ? html(Said.with(spot, withWords(spot, piece))) : onOneLine;
            assertLooksHarmless(harmless, said, read);
        }
    }

    /** Otherwise nothing could be seen by comparing. */
    @Test
    void aHarmlessMailHasNothingThatRuns() {
        ReadHtml html = html(Said.with(Spot.SUMMARY, "plain"));

        assertThat(html.skeleton())
                .hasSizeGreaterThan(30)
                .noneMatch(bone -> bone.matches(
                        "(?is)\\d+ (script|img|iframe|object|embed|form|base|link|svg|#comment)\\b.*|.* on[a-z]+.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)//https://iam.example.com",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//iam.example.com/log",
                "log",
                "https:alert(1)",
                "https://iam.example.com:alert(1)@example.net/",
                " https://iam.example.com/",
            })
    void anAddressThatIsNoneOfTheWebIsRefused(String address) {
        for (Spot spot : List.of(Spot.LINK_ADDRESS, Spot.REPORT_ADDRESS, Spot.SETTINGS_ADDRESS)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Said.with(spot, address))
                    .withMessageContaining("link.uri");
        }
    }

    private static void assertRefused(Spot spot, IllegalArgumentException refusal) {
        assertThat(refusal.getMessage()).contains(spot.path()).doesNotContainPattern("\\p{Cc}");
    }

    private static void assertGoesWhereItShould(Said said, SmtpMail mail, ReadMail read) {
        assertThat(mail.recipients()).isEqualTo(said.recipients());
        assertThat(read.to()).isEqualTo(said.recipients());
    }

    private static void assertHasOurFields(Spot spot, Said said, SmtpMail mail, ReadMail read) {
        List<String> expected = new ArrayList<>(FIELDS);
        if (spot == Spot.LANGUAGE && !read.fields().contains("Content-Language")) {
            expected.remove("Content-Language");
        }
        assertThat(read.fields()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(read.subject()).isNotBlank().doesNotContainPattern(UNSEEN).doesNotContain("\r", "\n");
        assertThat(read.app()).isEqualTo(seen(said.app().toString()));
        assertThat(mail.header("List-Unsubscribe"))
                .hasValue("<" + said.settings().uri().toASCIIString() + ">");
    }

    private static void assertSays(Spot spot, String value, Said said, ReadMail read) {
        assertThat(read.text()).doesNotContainPattern(UNSEEN);
        if (spot.isTold()) {
            String words = spot.isAddress() ? addressWith(value, said) : seen(value);
            assertThat(packed(read.text())).contains(packed(words));
        }
    }

    private static String addressWith(String value, Said said) {
        return said.addresses().stream()
                .filter(address -> URI.create(value).toASCIIString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static void assertLooksHarmless(ReadHtml harmless, Said said, ReadMail read) {
        ReadHtml html = ReadHtml.of(read.html());
        assertThat(html.faults()).isEmpty();
        assertThat(html.skeleton()).isEqualTo(harmless.skeleton());
        assertThat(html.addresses())
                .containsExactlyInAnyOrderElementsOf(said.addresses())
                .allMatch(address -> address.startsWith("https://"));
    }

    private ReadHtml html(Said said) {
        return ReadHtml.of(ReadMail.of(mailAbout(said)).html());
    }

    /** The one mail that comes of it. */
    private SmtpMail mailAbout(Said said) {
        int before = server.mails().size();
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        SubscriptionSource subscriptions = app -> said.subscription();
        try (Notifier notifier = Notifier.builder()
                .subscriptions(subscriptions)
                .transport(transport)
                .composer(COMPOSER)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build()) {
            assertThat(notifier.report(said.issue())).isEqualTo(Disposition.HELD);
            time.advance(Duration.ofHours(2));
        }
        List<SmtpMail> mails = server.mails();
        assertThat(mails).hasSize(before + 1);
        return mails.get(before);
    }

    /** The same number of lines, of words that mean no harm. */
    private static String withWords(Spot spot, String piece) {
        return spot.with(piece.replaceAll("[^\\n]+", "x"));
    }

    private static String seen(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    private static String packed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }
}
