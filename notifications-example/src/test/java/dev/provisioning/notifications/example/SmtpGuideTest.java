package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.smtp.SmtpProbe;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the code samples of the guide to mail servers, and checks that they are these. */
class SmtpGuideTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void everySampleIsARegionOfThisTest() throws IOException {
        Samples.assertRun(Path.of("../docs/smtp.md"), List.of(getClass()), "connect", "token", "probe", "unsubscribe");
    }

    @Test
    void connecting() {
        Vault vault = () -> "secret";

        // region connect
        SmtpTransport mail = SmtpTransport.builder()
                .url("smtps://mail.example.com")
                .credentials("engine", vault::password)
                .from("provisioning@example.com")
                .fromName("Account provisioning")
                .envelopeSender("bounces@example.com")
                .build();
        // endregion

        assertThat(mail).hasToString("SmtpTransport[smtps://mail.example.com:465]");
        mail.close();
    }

    @Test
    void signingInByToken() {
        Tokens tokens = () -> "token";

        // region token
        SmtpTransport mail = SmtpTransport.builder()
                .url("smtp+starttls://smtp.office365.com")
                .xoauth2("provisioning@example.com", tokens::current)
                .from("provisioning@example.com")
                .build();
        // endregion

        assertThat(mail).hasToString("SmtpTransport[smtp+starttls://smtp.office365.com:587]");
        mail.close();
    }

    @Test
    void probing() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport mail = SmtpTransport.of(
                        "smtp://localhost:" + server.port() + "?plaintext=allowed", "provisioning@example.com")) {
            server.on(SmtpStep.RCPT).reply("550 5.7.133 authentication required for this group");

            // region probe
            SmtpProbe probe = mail.probe(Recipient.mail("salesforce-owners@example.com"));
            if (!probe.isReady()) {
                show(probe.report());
            }
            // endregion

            assertThat(shown)
                    .singleElement()
                    .asString()
                    .contains("to s***@example.com: REFUSED", "the group refuses outside senders");
        }
    }

    @Test
    void sayingWhereToUnsubscribe() {
        // region unsubscribe
        SmtpTransport mail = SmtpTransport.builder()
                .url("smtps://mail.example.com")
                .from("provisioning@example.com")
                .listUnsubscribe()
                .build();
        // endregion

        assertThat(mail).hasToString("SmtpTransport[smtps://mail.example.com:465]");
        mail.close();
    }

    private void show(String report) {
        shown.add(report);
    }

    private interface Vault {
        String password();
    }

    private interface Tokens {
        String current();
    }
}
