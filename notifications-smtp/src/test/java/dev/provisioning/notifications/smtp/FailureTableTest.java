package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.demanding;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.hasty;
import static dev.provisioning.notifications.smtp.Fixtures.longNotification;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.reachedAt;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table "what each failure means", row by row, against a server that fails that way. */
class FailureTableTest {
    /** How a server breaks off. */
    enum Break {
        DROP,
        RESET,
        STALL
    }

    @ParameterizedTest(name = "{1} at {0} is {2}")
    @CsvSource({
        "CONNECT, 421 4.3.2 shutting down, Retry, GREETING",
        "CONNECT, 450 4.7.1 later, Retry, GREETING",
        "CONNECT, 554 5.7.1 go away, Misconfigured, GREETING",
        "CONNECT, 521 5.3.2 no mail here, Misconfigured, GREETING",
        "EHLO, 421 4.3.2 shutting down, Retry, GREETING",
        "EHLO, 450 4.7.1 later, Retry, GREETING",
        "EHLO, 554 5.7.1 go away, Misconfigured, GREETING",
        "EHLO, 502 5.5.1 not implemented, Misconfigured, GREETING",
        "STARTTLS, 421 4.3.2 shutting down, Retry, TLS",
        "STARTTLS, 454 4.7.0 TLS not available, Retry, TLS",
        "STARTTLS, 501 5.5.4 no, Misconfigured, TLS",
        "AUTH, 421 4.3.2 shutting down, Retry, AUTH",
        "AUTH, 454 4.7.0 temporary failure, Retry, AUTH",
        "AUTH, 432 4.7.12 password transition needed, Retry, AUTH",
        "AUTH, 535 5.7.8 wrong, Misconfigured, AUTH",
        "AUTH, 534 5.7.9 too weak, Misconfigured, AUTH",
        "AUTH, 538 5.7.11 encryption required, Misconfigured, AUTH",
        "AUTH, 530 5.7.0 must issue STARTTLS, Misconfigured, AUTH",
        "MAIL, 421 4.3.2 shutting down, Retry, SENDER",
        "MAIL, 451 4.3.0 trouble, Retry, SENDER",
        "MAIL, 550 5.7.1 not you, Rejected, SENDER",
        "MAIL, 552 5.3.4 too big, Rejected, SENDER",
        "MAIL, 530 5.7.0 sign in, Misconfigured, SENDER",
        "RCPT, 421 4.3.2 shutting down, Retry, RECIPIENT",
        "RCPT, 450 4.2.1 busy, Retry, RECIPIENT",
        "RCPT, 552 5.2.2 full, Retry, RECIPIENT",
        "RCPT, 550 5.1.1 unknown, Rejected, RECIPIENT",
        "RCPT, 530 5.7.0 sign in, Misconfigured, RECIPIENT",
        "DATA, 421 4.3.2 shutting down, Retry, DATA",
        "DATA, 451 4.3.0 trouble, Retry, DATA",
        "DATA, 554 5.5.1 no, Rejected, DATA",
        "END_OF_DATA, 421 4.3.2 shutting down, Retry, HANDOVER",
        "END_OF_DATA, 451 4.3.0 trouble, Retry, HANDOVER",
        "END_OF_DATA, 452 4.3.1 disk full, Retry, HANDOVER",
        "END_OF_DATA, 550 5.7.1 spam, Rejected, HANDOVER",
        "END_OF_DATA, 554 5.6.0 bad content, Rejected, HANDOVER",
        "END_OF_DATA, 354 what?, InDoubt, HANDOVER",
        "END_OF_DATA, nonsense, InDoubt, HANDOVER",
        "DATA, nonsense, Retry, DATA",
    })
    void judgesAnAnswerByItsStageAndCode(SmtpStep step, String reply, String meaning, Stage stage) {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport = signedInAt(server).build()) {
            server.on(step).reply(reply);

            DeliveryResult result = transport.deliver(notification(ANN), reachedAt(step));

            assertThat(result.getClass().getSimpleName()).as(result.toString()).isEqualTo(meaning);
            assertThat(faultOf(result).stage()).isEqualTo(stage);
            assertThat(faultOf(result).code()).isEqualTo(codeOf(reply));
            assertThat(server.mails()).isEmpty();
            assertThat(server.commands().get(0)).doesNotContain("RSET");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static int codeOf(String reply) {
        return reply.matches("[45].*") ? Integer.parseInt(reply.substring(0, 3)) : 0;
    }

    @ParameterizedTest(name = "{0} at {1} is {2}")
    @CsvSource({
        "DROP, CONNECT, Retry, GREETING",
        "DROP, EHLO, Retry, GREETING",
        "RESET, EHLO, Retry, GREETING",
        "DROP, STARTTLS, Retry, TLS",
        "RESET, STARTTLS, Retry, TLS",
        "DROP, HANDSHAKE, Retry, TLS",
        "RESET, HANDSHAKE, Retry, TLS",
        "DROP, AUTH, Retry, AUTH",
        "RESET, AUTH, Retry, AUTH",
        "DROP, MAIL, Retry, SENDER",
        "RESET, MAIL, Retry, SENDER",
        "DROP, RCPT, Retry, RECIPIENT",
        "RESET, RCPT, Retry, RECIPIENT",
        "DROP, DATA, Retry, DATA",
        "RESET, DATA, Retry, DATA",
        "DROP, END_OF_DATA, InDoubt, HANDOVER",
        "RESET, END_OF_DATA, InDoubt, HANDOVER",
    })
    void judgesABrokenConnectionByItsStage(Break how, SmtpStep step, String meaning, Stage stage) {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport = signedInAt(server).build()) {
            script(server, step, how);

            DeliveryResult result = transport.deliver(notification(ANN), reachedAt(step));

            assertThat(result.getClass().getSimpleName()).as(result.toString()).isEqualTo(meaning);
            assertThat(faultOf(result).stage()).as(result.toString()).isEqualTo(stage);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static void script(ScriptedSmtpServer server, SmtpStep step, Break how) {
        switch (how) {
            case DROP -> server.on(step).drop();
            case RESET -> server.on(step).reset();
            case STALL -> server.on(step).stall();
        }
    }

    @Test
    void isToBeTriedAgainWhenTheServerResetsTheConnectionAtOnce() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(SmtpStep.CONNECT).reset();

            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result).stage()).isIn(Stage.CONNECT, Stage.GREETING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToBeTriedAgainWhenTheServerBreaksOffWithinTheContent(Break how) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = hasty(plainlyTowards(server)).build()) {
            if (how == Break.STALL) {
                server.on(SmtpStep.BODY).block();
            } else {
                script(server, SmtpStep.BODY, how);
            }

            DeliveryResult result = transport.deliver(longNotification(), NOT_REACHED);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            DeliveryResult.Retry.class,
                            retry -> assertThat(retry.fault().stage()).isEqualTo(Stage.CONTENT));
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAcceptedWhenTheServerBreaksOffAtTheFarewell(Break how) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = hasty(towards(server, "smtps"))
                        .commandTimeout(Duration.ofSeconds(5))
                        .endOfDataTimeout(Duration.ofSeconds(5))
                        .build()) {
            script(server, SmtpStep.QUIT, how);

            assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"421 4.3.2 shutting down", "450 no", "550 no"})
    void isAcceptedWhateverTheServerAnswersToTheFarewell(String reply) {
        accepted(SmtpStep.QUIT, reply, notification(ANN));
    }

    @ParameterizedTest
    @CsvSource({"250 ok", "251 will forward", "252 perhaps", "299 odd"})
    void takesEvery2yzForARecipientAsYes(String reply) {
        accepted(SmtpStep.RCPT, reply, notification(ANN));
    }

    private static void accepted(SmtpStep step, String reply, Notification notification) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(step).reply(reply);

            assertThat(transport.deliver(notification, () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
        }
    }
}
