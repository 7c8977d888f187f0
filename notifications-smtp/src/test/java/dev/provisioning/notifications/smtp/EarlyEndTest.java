package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.longNotification;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations that are over, or disturbed, before the final dot: where nothing is sent, nothing is in doubt. */
class EarlyEndTest {
    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aServerThatGoesAwayAfterItHasAskedForTheContentIsNoticedBeforeThePoint(String scheme) {
        try (ScriptedSmtpServer server = server(scheme);
                SmtpTransport transport = towards(server, scheme)
                        .allowPlaintext()
                        .listener(beforeTheContent(() -> server.awaitNoConnection(PATIENCE)))
                        .build()) {
            server.on(SmtpStep.DATA).sayThenDrop("354 go ahead\r\n");

            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result).stage()).isEqualTo(Stage.CONTENT);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "421 4.3.2 shutting down, false, Retry",
        "421 4.3.2 shutting down, true, Retry",
        "552 5.3.4 too big, false, Rejected",
        "552 5.3.4 too big, true, Rejected",
    })
    void whatAServerSaysBeforeTheDotIsHeard(String reply, boolean drops, String meaning) {
        try (ScriptedSmtpServer server = server("smtp");
                SmtpTransport transport = plainlyTowards(server)
                        .listener(beforeTheContent(() -> {
                            server.interject(reply);
                            if (drops) {
                                server.dropConnections();
                            }
                        }))
                        .build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertHeard(result, reply, meaning);
            server.awaitNoConnection(PATIENCE);
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"421 4.3.2 shutting down, Retry", "552 5.3.4 too big, Rejected"})
    void whatAServerSaysInTheMidstOfALongContentIsHeard(String reply, String meaning) {
        try (ScriptedSmtpServer server = server("smtp");
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(SmtpStep.BODY).reply(reply);

            DeliveryResult result = transport.deliver(longNotification(), NOT_REACHED);

            assertHeard(result, reply, meaning);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aServerThatTalksNonsenseBeforeTheDotIsTriedAgain() {
        try (ScriptedSmtpServer server = server("smtp");
                SmtpTransport transport = plainlyTowards(server)
                        .listener(beforeTheContent(() -> server.interject("hello?")))
                        .build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result)).hasToString("CONTENT: the server gave no proper answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "smtps"})
    void aDotThatTheSystemDoesNotTakeLeavesNoDoubt(String scheme) {
        try (ScriptedSmtpServer server = server(scheme);
                SmtpTransport transport =
                        towards(server, scheme).allowPlaintext().build()) {
            DeliveryResult result = transport.deliver(notification(ANN), () -> {
                server.resetConnections();
                server.awaitNoConnection(PATIENCE);
            });

            assertThat(result).as(result.toString()).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result).stage()).isEqualTo(Stage.CONTENT);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void anInterruptionAtThePointLeavesNoDoubt() {
        try (ScriptedSmtpServer server = server("smtp");
                SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(
                    notification(ANN), () -> Thread.currentThread().interrupt());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result)).hasToString("CONTENT: the delivery was interrupted");
            server.awaitNoConnection(PATIENCE);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void whoseLastWordsHaveNoEndIsNotListenedToForEver() {
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        try (ScriptedSmtpServer server = server("smtp");
                SmtpTransport transport = plainlyTowards(server).scheduler(time).build()) {
            CountDownLatch spoken = new CountDownLatch(1);
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> {
                        server.interject("421-4.3.2 shutting down, and furthermore");
                        time.advance(Duration.ofMillis(1));
                        spoken.countDown();
                    }));
            Fixtures.await("its last words", () -> spoken.getCount() == 0);

            Fixtures.await("the end", () -> {
                time.advance(Duration.ofSeconds(1));
                return delivery.isDone();
            });

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(delivery.result())).hasToString("CONTENT: the server took too long");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void whatIsSaidInPlaintextBehindTheWordForTlsIsNotBelieved() {
        try (ScriptedSmtpServer server = Fixtures.demanding();
                SmtpTransport transport = signedInAt(server).build()) {
            server.on(SmtpStep.STARTTLS).reply("220 2.0.0 go ahead", "250-scripted.example", "250 AUTH PLAIN");

            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result)).hasToString("TLS: the server spoke out of turn before TLS began");
            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands().get(0)).hasSize(2).endsWith("STARTTLS");
        }
    }

    private static ScriptedSmtpServer server(String scheme) {
        return scheme.equals("smtps")
                ? ScriptedSmtpServer.tls().start()
                : ScriptedSmtpServer.plain().start();
    }

    /**
     * Called by the thread that delivers, when the server has asked for the content and nothing of it is sent. Takes so long
     * that it is worth a look what has happened meanwhile.
     */
    private static SmtpListener beforeTheContent(Runnable action) {
        return (stage, took) -> {
            if (stage == Stage.DATA) {
                action.run();
                long end = System.nanoTime() + 1_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
        };
    }

    private static void assertHeard(DeliveryResult result, String reply, String meaning) {
        assertThat(result.getClass().getSimpleName()).as(result.toString()).isEqualTo(meaning);
        assertThat(faultOf(result)).hasToString("CONTENT " + reply.replaceFirst("(\\d{3} \\S+) ", "$1: "));
    }
}
