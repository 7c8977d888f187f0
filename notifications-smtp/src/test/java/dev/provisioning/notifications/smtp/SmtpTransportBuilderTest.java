package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTransportBuilderTest {
    private static final String FROM = "provisioning@example.com";

    @Test
    void namesEveryFaultAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpTransport.builder()
                        .url("smtp://engine:s3cret@mail.example.com")
                        .fromName("two\nlines")
                        .envelopeSender("nobody")
                        .helloName("two words")
                        .connectTimeout(Duration.ZERO)
                        .commandTimeout(Duration.ofDays(2))
                        .endOfDataTimeout(Duration.ofHours(1))
                        .build())
                .withMessageContaining("smtp.url is plaintext")
                .withMessageContaining("smtp.credentials would go over plaintext")
                .withMessageContaining("smtp.from is missing")
                .withMessageContaining("smtp.fromName")
                .withMessageContaining("smtp.envelopeSender is not a mail address")
                .withMessageContaining("smtp.helloName")
                .withMessageContaining("smtp.connectTimeout")
                .withMessageContaining("smtp.commandTimeout")
                .withMessageContaining("smtp.deliveryTimeout is not longer")
                .withMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.com",
                "https://mail.example.com",
                "smtps://",
                "smtps://:465",
                "smtps://host:0",
                "smtps://host:65536",
                "smtps://host:port",
                "smtps://user@host",
                "smtps://user:s3cret@ho¨st",
                "smtps://user:s3cret@℀.example",
                "smtps://user:s3cret@[.:1]:465",
                "smtps://user:s3cret@host/path",
                "smtps://user:s3cret@host?timeout=3",
                "smtps://user:s3cret@host#x",
                "smtps://user:s3 cret@host",
                "smtps://user:s3cret%zz@host",
                "smtps:host",
            })
    void refusesAUrlThatItDoesNotUnderstandAndShowsNoPassword(String url) {
        assertThatThrownBy(() -> SmtpTransport.of(url, FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smtp.url")
                .hasMessageNotContainingAny("s3")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.com, SmtpTransport[smtps://mail.example.com:465]",
        "SMTPS://mail.example.com:1465/, SmtpTransport[smtps://mail.example.com:1465]",
        "smtp+starttls://u:s3cret@mail.example.com, SmtpTransport[smtp+starttls://mail.example.com:587]",
        "smtp://mail.example.com?plaintext=allowed, SmtpTransport[smtp://mail.example.com:25]",
        "smtps://bücher.example, SmtpTransport[smtps://xn--bcher-kva.example:465]",
        "smtps://[::1]:465, SmtpTransport[smtps://[::1]:465]",
    })
    void takesTheseUrlsAndShowsNoPassword(String url, String shown) {
        assertThat(SmtpTransport.of(url, FROM)).hasToString(shown);
    }

    @Test
    void takesAUriAsWell() {
        assertThat(SmtpTransport.of(URI.create("smtps://u:p@mail.example.com"), FROM))
                .hasToString("SmtpTransport[smtps://mail.example.com:465]");
    }

    @Test
    void readsUserAndPasswordOfTheUrlAsTheyWereBeforeEncoding() {
        Faults faults = new Faults();

        ServerUrl url = ServerUrl.parse("smtps://en%40gine:p+a%3As%2Fs%C3%A9@host", faults);

        assertThat(url).isNotNull().extracting(ServerUrl::credentials).satisfies(credentials -> {
            assertThat(credentials).hasToString("Credentials[***]");
            assertThat(credentials.user()).isEqualTo("en@gine");
            assertThat(credentials.secret().get()).isEqualTo("p+a:s/sé");
        });
    }

    @Test
    void hasTheTimeOutsOfRfc5321() {
        assertThat(Timeouts.DEFAULT.connect()).isEqualTo(Duration.ofSeconds(15));
        assertThat(Timeouts.DEFAULT.command()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Timeouts.DEFAULT.endOfData()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Timeouts.DEFAULT.delivery()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void saysWhereToUnsubscribeOnlyIfAskedTo() {
        Labels labels = new Labels(1, Severity.CRITICAL, List.of(), ReportLink.of("page", "https://iam.example.com/"));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport silent = Fixtures.plainlyTowards(server).build();
                SmtpTransport open =
                        Fixtures.plainlyTowards(server).listUnsubscribe().build()) {
            silent.deliver(Fixtures.notification(labels, Fixtures.ANN), () -> {});
            open.deliver(Fixtures.notification(labels, Fixtures.ANN), () -> {});

            assertThat(server.mails())
                    .extracting(mail -> mail.header("List-Unsubscribe").orElse("nothing"))
                    .containsExactly("nothing", "<https://iam.example.com/>");
        }
    }

    @Test
    void refusesASenderThatNeedsSmtputf8() {
        assertThatThrownBy(() -> SmtpTransport.of("smtps://host", "josé@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("smtp.from has letters outside ASCII before the @: \"josé@example.com\"");
    }
}
