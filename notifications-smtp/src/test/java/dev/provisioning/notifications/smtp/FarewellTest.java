package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.await;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What closing waits for, and what it leaves behind: nothing. Time stands still here unless it is said to pass. */
@SuppressWarnings("try") // Closing is what is tried.
class FarewellTest {
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void waitsForTheAnswerToAFinalDot() {
        server.on(SmtpStep.END_OF_DATA).drip("250 2.0.0 queued", Duration.ofMillis(10));
        try (SmtpTransport transport = transport()) {
            InBackground<DeliveryResult> delivery = deliver(transport);
            server.awaitCommand(".", PATIENCE);

            transport.close();

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands().get(0)).endsWith("QUIT");
            assertThat(time.waiting()).isZero();
        }
    }

    @RepeatedTest(10)
    void takesLeaveAlsoOfAConnectionThatItHasWaitedForAndWhoseTimeItWatchesItself() {
        server.on(SmtpStep.END_OF_DATA).drip("250 2.0.0 queued", Duration.ofMillis(1));
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            InBackground<DeliveryResult> delivery = deliver(transport);
            server.awaitCommand(".", PATIENCE);

            transport.close();

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands().get(0)).endsWith("QUIT");
            Fixtures.watchdogs().forEach(Fixtures::awaitEnd);
        }
    }

    @Test
    void waitsFiveSecondsForAnAnswerToAFinalDotThatDoesNotCome() {
        server.on(SmtpStep.END_OF_DATA).stall();
        try (SmtpTransport transport = transport()) {
            InBackground<DeliveryResult> delivery = deliver(transport);
            server.awaitCommand(".", PATIENCE);
            int before = time.waiting();
            InBackground<Boolean> closing = InBackground.begin(transport::close);
            await("an alarm", () -> time.waiting() > before);

            time.advance(Duration.ofSeconds(5).minusNanos(1));
            assertThat(time.wakeUps()).isZero();
            time.advance(Duration.ofNanos(1));

            assertThat(closing.result()).isTrue();
            assertThat(delivery.result()).isInstanceOf(DeliveryResult.InDoubt.class);
            assertThat(faultOf(delivery.result())).hasToString("HANDOVER: the transport was closed");
            server.awaitNoConnection(PATIENCE);
            assertThat(time.waiting()).isZero();
        }
    }

    @Test
    void waitsNoLongerWhenInterrupted() {
        server.on(SmtpStep.END_OF_DATA).stall();
        try (SmtpTransport transport = transport()) {
            InBackground<DeliveryResult> delivery = deliver(transport);
            server.awaitCommand(".", PATIENCE);
            InBackground<Boolean> closing = InBackground.begin(() -> {
                transport.close();
                return Thread.currentThread().isInterrupted();
            });

            closing.interrupt();

            assertThat(closing.result()).as("the interruption is kept").isTrue();
            assertThat(delivery.result()).isInstanceOf(DeliveryResult.InDoubt.class);
        }
    }

    @Test
    void nothingIsBegunAfterwards() {
        try (SmtpTransport transport = transport()) {
            transport.close();
            transport.close();

            assertThat(transport.deliver(notification(ANN), NOT_REACHED))
                    .isEqualTo(DeliveryResult.retry(Stage.CONNECT, "the transport is closed"));
            assertThatThrownBy(transport::probe).isInstanceOf(IllegalStateException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void takesLeaveOfAllThatIsKept() {
        try (SmtpTransport transport = transport()) {
            transport.deliver(notification(ANN), () -> transport.deliver(notification(ANN), () -> {}));

            transport.close();

            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands())
                    .hasSize(2)
                    .allSatisfy(lines -> assertThat(lines).endsWith("QUIT"));
            assertThat(time.waiting()).isZero();
        }
    }

    @Test
    void noThreadIsLeft() {
        SmtpTransport transport = plainlyTowards(server).build();
        transport.deliver(
                notification(ANN), () -> assertThat(Fixtures.threads()).isNotEmpty());

        transport.close();

        Fixtures.threads().forEach(Fixtures::awaitEnd);
    }

    @Test
    void aConnectionThatIsGivenBackTooLateIsLeft() throws SmtpFailure {
        Connections connections = new Connections(configuration(), new Opener(configuration(), time), time);
        SmtpSession late = connections.take(new Passage(time, PATIENCE));

        connections.close();
        connections.keep(late);

        server.awaitNoConnection(PATIENCE);
        assertThat(server.commands().get(0)).endsWith("QUIT");
        assertThat(time.waiting()).isZero();
    }

    private SmtpConfiguration configuration() {
        return new SmtpConfiguration(
                new ServerUrl(Security.PLAINTEXT, "127.0.0.1", server.port(), null, true),
                null,
                InetAddress::getAllByName,
                null,
                new Sender(new Mailbox("provisioning", "engine.example"), null, "", false),
                Timeouts.DEFAULT,
                Reuse.DEFAULT,
                Tls.platform(),
                null,
                (stage, took) -> {});
    }

    private SmtpTransport transport() {
        return plainlyTowards(server).scheduler(time).build();
    }

    private static InBackground<DeliveryResult> deliver(SmtpTransport transport) {
        return InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
    }
}
