package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.demanding;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stages a listener is told of, and how long they took. */
class SmtpListenerTest {
    private static final List<Stage> A_MAIL =
            List.of(Stage.SENDER, Stage.RECIPIENT, Stage.DATA, Stage.CONTENT, Stage.HANDOVER);

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final List<Stage> stages = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldOfEachStageInOrderWhetherCommandsLeaveTogetherOrNot(boolean pipelining) {
        ScriptedSmtpServer.Builder builder = ScriptedSmtpServer.plain();
        try (ScriptedSmtpServer server = (pipelining ? builder : builder.without("PIPELINING")).start();
                SmtpTransport transport = listening(plainlyTowards(server)).build()) {
            deliver(transport);

            assertThat(stages)
                    .startsWith(Stage.LOOKUP, Stage.CONNECT, Stage.GREETING)
                    .endsWith(A_MAIL.toArray(Stage[]::new))
                    .hasSize(8);
        }
    }

    @Test
    void isToldOfTlsAndSigningIn() {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport = listening(signedInAt(server)).build()) {
            deliver(transport);

            assertThat(stages)
                    .startsWith(
                            Stage.LOOKUP,
                            Stage.CONNECT,
                            Stage.GREETING,
                            Stage.TLS,
                            Stage.GREETING,
                            Stage.AUTH,
                            Stage.SENDER);
        }
    }

    @Test
    void isToldOfTlsFromTheFirstByteBeforeTheGreeting() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = listening(towards(server, "smtps")).build()) {
            deliver(transport);

            assertThat(stages).startsWith(Stage.LOOKUP, Stage.CONNECT, Stage.TLS, Stage.GREETING, Stage.SENDER);
        }
    }

    @Test
    void isToldOfAKeptConnectionFromTheSenderOn() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = listening(plainlyTowards(server)).build()) {
            deliver(transport);
            stages.clear();

            deliver(transport);

            assertThat(stages).containsExactlyElementsOf(A_MAIL);
        }
    }

    @Test
    void isToldOfTheQuestionWhetherTheServerIsStillThereAsOfAGreeting() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = listening(plainlyTowards(server)).build()) {
            deliver(transport);
            time.advance(Duration.ofSeconds(5));
            stages.clear();

            deliver(transport);

            assertThat(stages).startsWith(Stage.GREETING, Stage.SENDER).hasSize(6);
        }
    }

    @Test
    void isNotToldOfTheStageThatFails() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = listening(plainlyTowards(server)).build()) {
            server.on(SmtpStep.RCPT).drop();

            transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(stages).containsExactly(Stage.LOOKUP, Stage.CONNECT, Stage.GREETING, Stage.SENDER);
        }
    }

    @Test
    void isToldHowLongAStageTookByTheClockOfTheScheduler() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = listening(plainlyTowards(server))
                        .names(host -> {
                            time.advance(Duration.ofSeconds(3));
                            return InetAddress.getAllByName(host);
                        })
                        .build()) {
            transport.deliver(notification(ANN), () -> time.advance(Duration.ofSeconds(7)));

            assertThat(times).first().isEqualTo(Duration.ofSeconds(3));
            assertThat(times.subList(1, times.size()))
                    .as("the point is part of no stage")
                    .containsOnly(Duration.ZERO);
        }
    }

    @Test
    void oneThatFailsIsLoggedAndIgnored() {
        try (CapturedLog log = CapturedLog.at(Level.WARN);
                ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server)
                        .listener((stage, took) -> {
                            throw new IllegalStateException("no metrics today");
                        })
                        .build()) {
            deliver(transport);

            assertThat(log.messages(Level.WARN)).hasSize(8).contains("A listener has failed at the stage SENDER");
            assertThat(server.mails()).hasSize(1);
        }
    }

    private SmtpTransportBuilder listening(SmtpTransportBuilder builder) {
        return builder.scheduler(time).listener((stage, took) -> {
            stages.add(stage);
            times.add(took);
        });
    }

    private static void deliver(SmtpTransport transport) {
        assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }
}
