package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.await;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.longNotification;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.BlackHole;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What closing does to what is under way. Time stands still here unless it is said to pass. */
@SuppressWarnings("try") // Closing is what is tried.
class ClosingTest {
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final Set<Stage> ended = ConcurrentHashMap.newKeySet();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void endsADeliveryWhileTheNameIsLookedUp() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (SmtpTransport transport = timed(plainlyTowards(server))
                .names(host -> {
                    asked.countDown();
                    awaitLatch(answer);
                    return InetAddress.getAllByName(host);
                })
                .build()) {
            assertEndedByClosing(transport, notification(ANN), Stage.LOOKUP, () -> awaitLatch(asked));
        } finally {
            answer.countDown();
        }
    }

    @Test
    void endsADeliveryWhileItConnects() {
        try (BlackHole hole = BlackHole.open();
                SmtpTransport transport = timed(SmtpTransport.builder()
                                .url("smtps://" + hole.host() + ":" + hole.port())
                                .from("provisioning@engine.example"))
                        .build()) {
            assertEndedByClosing(transport, notification(ANN), Stage.CONNECT, () -> awaitEnd(Stage.LOOKUP));
        }
    }

    @Test
    void endsADeliveryWithinTheTlsHandshake() {
        try (ScriptedSmtpServer tls = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = timed(Fixtures.towards(tls, "smtps")).build()) {
            tls.on(SmtpStep.HANDSHAKE).stall();

            assertEndedByClosing(transport, notification(ANN), Stage.TLS, () -> awaitEnd(Stage.CONNECT));

            tls.awaitNoConnection(PATIENCE);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EHLO", "MAIL", "RCPT", "DATA"})
    void endsADeliveryThatWaitsForAnAnswer(SmtpStep step) {
        server.on(step).stall();
        try (SmtpTransport transport = timed(plainlyTowards(server)).build()) {
            Stage stage =
                    switch (step) {
                        case EHLO -> Stage.GREETING;
                        case MAIL -> Stage.SENDER;
                        case RCPT -> Stage.RECIPIENT;
                        default -> Stage.DATA;
                    };
            Runnable reached = stage.compareTo(Stage.RECIPIENT) < 0
                    ? () -> server.awaitCommand(step.name(), PATIENCE)
                    : () -> awaitEnd(stage == Stage.DATA ? Stage.RECIPIENT : Stage.SENDER);

            assertEndedByClosing(transport, notification(ANN), stage, reached);
        }
    }

    @Test
    void endsADeliveryThatIsStuckWithinTheContent() {
        server.on(SmtpStep.BODY).block();
        try (SmtpTransport transport = timed(plainlyTowards(server)).build()) {
            assertEndedByClosing(transport, longNotification(), Stage.CONTENT, () -> awaitEnd(Stage.DATA));
        }
    }

    @Test
    void endsADeliveryWithinThePointOfNoReturnSoThatNoDotIsSent() {
        try (SmtpTransport transport = timed(plainlyTowards(server)).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), transport::close);

            assertCalledOff(result, Stage.CONTENT);
            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands().get(0)).endsWith("DATA");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void doesNotReplaceAKeptConnectionThatItHasEndedItself() {
        server.on(SmtpStep.MAIL).after(1).stall();
        try (SmtpTransport transport = timed(plainlyTowards(server)).build()) {
            transport.deliver(notification(ANN), () -> {});

            assertEndedByClosing(
                    transport,
                    notification(ANN),
                    Stage.SENDER,
                    () -> await(
                            "a second MAIL",
                            () -> server.commands().get(0).stream()
                                            .filter(line -> line.startsWith("MAIL"))
                                            .count()
                                    == 2));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void endsTheQuestionWhetherTheServerIsStillThereAndOpensNothingInstead() {
        server.on(SmtpStep.NOOP).stall();
        try (SmtpTransport transport = timed(plainlyTowards(server)).build()) {
            transport.deliver(notification(ANN), () -> {});
            time.advance(Duration.ofSeconds(6));

            InBackground<DeliveryResult> delivery = deliver(transport, notification(ANN));
            server.awaitCommand("NOOP", PATIENCE);
            transport.close();

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(delivery.result()).text()).contains("the transport was closed");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private SmtpTransportBuilder timed(SmtpTransportBuilder builder) {
        return builder.listener((stage, took) -> ended.add(stage)).scheduler(time);
    }

    private static InBackground<DeliveryResult> deliver(SmtpTransport transport, Notification notification) {
        return InBackground.begin(() -> transport.deliver(notification, NOT_REACHED));
    }

    private void assertEndedByClosing(
            SmtpTransport transport, Notification notification, Stage stage, Runnable reached) {
        ended.clear();
        InBackground<DeliveryResult> delivery = deliver(transport, notification);
        reached.run();
        assertThat(delivery.isDone()).isFalse();

        transport.close();

        assertCalledOff(delivery.result(), stage);
        assertThat(time.waiting()).isZero();
        assertThat(server.mails().size()).isLessThan(2);
    }

    private static void assertCalledOff(DeliveryResult result, Stage stage) {
        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(faultOf(result).stage()).isEqualTo(stage);
        assertThat(faultOf(result).text()).endsWith("the transport was closed");
    }

    private void awaitEnd(Stage stage) {
        await("the end of " + stage, () -> ended.contains(stage));
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
