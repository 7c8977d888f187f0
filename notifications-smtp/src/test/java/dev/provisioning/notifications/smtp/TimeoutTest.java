package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.demanding;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.hasty;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.reachedAt;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that say nothing, or too little: all under manual time, and so with the time-outs of real life. */
class TimeoutTest {
    private static final Duration DRIP = Duration.ofMillis(20);
    private static final String LONG_YES = "250 " + "x".repeat(10_000);

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final Set<Stage> ended = ConcurrentHashMap.newKeySet();

    @ParameterizedTest(name = "silence at {0} for {1} minutes is {2}")
    @CsvSource({
        "CONNECT, 5, Retry, GREETING",
        "EHLO, 5, Retry, GREETING",
        "STARTTLS, 5, Retry, TLS",
        "HANDSHAKE, 5, Retry, TLS",
        "AUTH, 5, Retry, AUTH",
        "MAIL, 5, Retry, SENDER",
        "RCPT, 5, Retry, RECIPIENT",
        "DATA, 5, Retry, DATA",
        "END_OF_DATA, 10, InDoubt, HANDOVER",
    })
    void silenceIsJudgedByItsStage(SmtpStep step, int minutes, String meaning, Stage stage) {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport = signedInAt(server)
                        .deliveryTimeout(Duration.ofHours(1))
                        .listener((at, took) -> ended.add(at))
                        .scheduler(time)
                        .build()) {
            server.on(step).stall();
            CompletableFuture<DeliveryResult> delivery = deliver(transport, reachedAt(step));
            awaitStep(server, step);

            time.advance(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(delivery).isNotDone();
            time.advance(Duration.ofSeconds(1));

            assertSlow(delivery, meaning, stage);
            assertThat(time.waiting()).isZero();
            server.awaitNoConnection(PATIENCE);
        }
    }

    @Test
    void silenceInTheHandshakeOfAConnectionThatIsTlsFromTheFirstByteIsBounded() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = towards(server, "smtps")
                        .listener((at, took) -> ended.add(at))
                        .scheduler(time)
                        .build()) {
            server.on(SmtpStep.HANDSHAKE).stall();
            CompletableFuture<DeliveryResult> delivery = deliver(transport, NOT_REACHED);
            awaitStep(server, SmtpStep.CONNECT);

            time.advance(Duration.ofMinutes(5));

            assertSlow(delivery, "Retry", Stage.TLS);
        }
    }

    @Test
    void whatComesBeforeTheFinalDotIsBoundedAsAWholeSoThatTheWaitAfterItIsNotCutShort() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server)
                        .commandTimeout(Duration.ofHours(1))
                        .scheduler(time)
                        .build()) {
            server.on(SmtpStep.MAIL).drip(LONG_YES, DRIP);
            CompletableFuture<DeliveryResult> delivery = deliver(transport, NOT_REACHED);
            awaitStep(server, SmtpStep.MAIL);

            time.advance(Duration.ofMinutes(5));

            assertSlow(delivery, "Retry", Stage.SENDER);
        }
    }

    @Test
    void aServerThatDripsItsAnswerToTheFinalDotLeavesADoubt() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport =
                        towards(server, "smtps").scheduler(time).build()) {
            server.on(SmtpStep.END_OF_DATA).drip(LONG_YES, DRIP);
            CompletableFuture<DeliveryResult> delivery = deliver(transport, () -> {});
            awaitStep(server, SmtpStep.END_OF_DATA);

            time.advance(Duration.ofMinutes(10));

            assertSlow(delivery, "InDoubt", Stage.HANDOVER);
            server.awaitMails(1, PATIENCE);
        }
    }

    @Test
    void theTimeThatThePointTakesIsNotCounted() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).scheduler(time).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), () -> time.advance(Duration.ofHours(1)));

            assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
        }
    }

    @Test
    void aTransportWithoutASchedulerWatchesTheTimeItself() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = hasty(plainlyTowards(server)).build()) {
            server.on(SmtpStep.END_OF_DATA).drip(LONG_YES, DRIP);

            assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.InDoubt.class);
        }
    }

    private static CompletableFuture<DeliveryResult> deliver(SmtpTransport transport, PointOfNoReturn point) {
        return CompletableFuture.supplyAsync(() -> transport.deliver(notification(ANN), point));
    }

    private void awaitStep(ScriptedSmtpServer server, SmtpStep step) {
        switch (step) {
            case CONNECT -> awaitEnd(Stage.CONNECT);
            case RCPT -> awaitEnd(Stage.SENDER);
            case DATA -> awaitEnd(Stage.RECIPIENT);
            case HANDSHAKE -> server.awaitCommand("STARTTLS", PATIENCE);
            case END_OF_DATA -> server.awaitCommand(".", PATIENCE);
            default -> server.awaitCommand(step.name(), PATIENCE);
        }
    }

    /** Until a stage is over, which no server sees. */
    private void awaitEnd(Stage stage) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ended.contains(stage)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static void assertSlow(CompletableFuture<DeliveryResult> delivery, String meaning, Stage stage) {
        DeliveryResult result =
                delivery.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertThat(result.getClass().getSimpleName()).as(result.toString()).isEqualTo(meaning);
        assertThat(faultOf(result).stage()).as(result.toString()).isEqualTo(stage);
        assertThat(faultOf(result).text()).contains("too long");
    }
}
