package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversation as it stands in the log, and what does not. */
class TranscriptTest {
    private static final String SECRET = "s3cret-Word-of-mine";

    private final ScriptedSmtpServer server = ScriptedSmtpServer.startTls()
            .user("engine", SECRET)
            .token("engine", SECRET)
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theWholeConversationIsThereLineByLine() {
        server.on(SmtpStep.EHLO).once().reply("250-scripted.example", "250 STARTTLS");
        server.on(SmtpStep.EHLO).reply("250-scripted.example", "250-AUTH PLAIN", "250 PIPELINING");
        server.on(SmtpStep.RCPT).recipient(BOB.address()).reply("550 5.1.1 <bob@example.com> is nobody");
        try (CapturedLog log = CapturedLog.at(Level.TRACE)) {
            deliver(this::byPassword);

            assertThat(conversation(log))
                    .containsExactly(
                            "> 220 scripted.example ESMTP",
                            "< EHLO [127.0.0.1]",
                            "> 250 scripted.example | STARTTLS",
                            "< STARTTLS",
                            "> 220 2.0.0 go ahead",
                            "< EHLO [127.0.0.1]",
                            "> 250 scripted.example | AUTH PLAIN | PIPELINING",
                            "< ***",
                            "> 235 2.7.0 welcome",
                            "< MAIL FROM:<p***@engine.example>",
                            "< RCPT TO:<a***@example.com>",
                            "< RCPT TO:<b***@example.com>",
                            "< DATA",
                            "> 250 2.1.0 sender ok",
                            "> 250 2.1.5 recipient ok",
                            "> 550 5.1.1 <b***@example.com> is nobody",
                            "> 354 end with a dot on a line of its own",
                            "< " + server.mails().get(0).bytes().length + " bytes",
                            "< .",
                            "> 250 2.0.0 queued",
                            "< QUIT");
        }
    }

    @Test
    void signingInByLoginShowsTheQuestionsAndNotTheAnswers() {
        server.on(SmtpStep.EHLO).after(1).reply("250-scripted.example", "250 AUTH LOGIN");
        try (CapturedLog log = CapturedLog.at(Level.TRACE)) {
            deliver(this::byPassword);

            assertThat(conversation(log))
                    .containsSequence(
                            "< AUTH LOGIN ***",
                            "> 334 VXNlcm5hbWU6",
                            "< ***",
                            "> 334 UGFzc3dvcmQ6",
                            "< ***",
                            "> 235 2.7.0 welcome");
        }
    }

    @ParameterizedTest
    @CsvSource({"PLAIN", "LOGIN", "XOAUTH2"})
    void noSecretIsThereInAnyForm(String mechanism) {
        server.on(SmtpStep.EHLO).after(1).reply("250-scripted.example", "250 AUTH " + mechanism);
        try (CapturedLog log = CapturedLog.at(Level.TRACE)) {
            deliver(mechanism.equals("XOAUTH2") ? this::byToken : this::byPassword);

            assertThat(log.events())
                    .extracting(event -> event.getFormattedMessage())
                    .noneMatch(line -> line.contains(SECRET))
                    .noneMatch(line -> line.contains(base64(SECRET)))
                    .noneMatch(line -> line.contains(base64("\0engine\0" + SECRET)))
                    .noneMatch(line -> line.contains(base64("user=engine\1auth=Bearer " + SECRET + "\1\1")))
                    .noneMatch(line -> line.contains("The password has expired"));
        }
    }

    @Test
    void atDebugOnlyTheOutcomeIsThere() {
        try (CapturedLog log = CapturedLog.at(Level.DEBUG)) {
            deliver(this::byPassword);

            assertThat(log.events()).hasSize(1);
            assertThat(log.messages(Level.DEBUG))
                    .singleElement()
                    .asString()
                    .contains("smtp+starttls://localhost:" + server.port(), "Accepted")
                    .doesNotContain("ann@", "bob@");
        }
    }

    private void deliver(UnaryOperator<SmtpTransportBuilder> signIn) {
        SmtpTransportBuilder builder = towards(server, "smtp+starttls").keptConnections(0);
        try (SmtpTransport transport = signIn.apply(builder).build()) {
            assertThat(transport.deliver(notification(ANN, BOB), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
        }
    }

    private SmtpTransportBuilder byPassword(SmtpTransportBuilder builder) {
        return builder.credentials("engine", () -> SECRET);
    }

    private SmtpTransportBuilder byToken(SmtpTransportBuilder builder) {
        return builder.xoauth2("engine", () -> SECRET);
    }

    /** What was said, without the server's name, which stands before each line. */
    private List<String> conversation(CapturedLog log) {
        String name = "smtp+starttls://localhost:" + server.port() + " ";
        return log.messages(Level.TRACE).stream()
                .peek(line -> assertThat(line).startsWith(name))
                .map(line -> line.substring(name.length()))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
