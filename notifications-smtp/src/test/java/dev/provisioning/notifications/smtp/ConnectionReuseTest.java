package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long connections are kept, and what is asked of one that was. */
class ConnectionReuseTest {
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void severalMailsGoOverOneConnection() {
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            deliverMails(transport, 3);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.mails()).hasSize(3);
        }
    }

    @Test
    void aConnectionOverTlsGreetsAndSignsInOnce() {
        try (ScriptedSmtpServer demanding = Fixtures.demanding();
                SmtpTransport transport =
                        Fixtures.signedInAt(demanding).scheduler(time).build()) {
            deliverMails(transport, 3);

            assertThat(demanding.connections()).isEqualTo(1);
            assertThat(demanding.commands().get(0))
                    .filteredOn(line -> line.startsWith("AUTH"))
                    .hasSize(1);
            assertThat(demanding.mails()).hasSize(3);
        }
    }

    @Test
    void aConnectionThatWasIdleForTooLongIsLeftByItself() {
        try (SmtpTransport transport = transport(builder -> builder.idleLimit(Duration.ofSeconds(20)))) {
            deliverMails(transport, 1);
            time.advance(Duration.ofSeconds(20).minusNanos(1));
            assertThat(server.commands().get(0)).doesNotContain("QUIT");

            time.advance(Duration.ofNanos(1));

            server.awaitCommand("QUIT", PATIENCE);
            server.awaitNoConnection(PATIENCE);
            assertThat(time.waiting()).isZero();
        }
    }

    @Test
    void eachMailPutsTheEndOfIdlenessOff() {
        try (SmtpTransport transport = transport(builder -> builder.idleLimit(Duration.ofSeconds(20)))) {
            for (int i = 0; i < 5; i++) {
                deliverMails(transport, 1);
                time.advance(Duration.ofSeconds(19));
            }

            assertThat(server.connections()).isEqualTo(1);
            time.advance(Duration.ofSeconds(1));
            server.awaitCommand("QUIT", PATIENCE);
        }
    }

    @Test
    void aConnectionThatHasLastedForTooLongIsLeftAfterItsMail() {
        try (SmtpTransport transport = transport(builder -> builder.ageLimit(Duration.ofSeconds(6)))) {
            deliverMails(transport, 1);
            time.advance(Duration.ofSeconds(3));
            deliverMails(transport, 1);
            assertThat(server.commands().get(0)).doesNotContain("QUIT");

            transport.deliver(notification(ANN), () -> time.advance(Duration.ofSeconds(3)));

            assertThat(server.connections()).isEqualTo(1);
            server.awaitCommand("QUIT", PATIENCE);
        }
    }

    @Test
    void aConnectionThatHasBecomeTooOldWhileItWaitedIsNotUsed() {
        try (SmtpTransport transport =
                transport(builder -> builder.idleLimit(Duration.ofHours(1)).ageLimit(Duration.ofMinutes(10)))) {
            deliverMails(transport, 1);
            time.advance(Duration.ofMinutes(10));

            deliverMails(transport, 1);

            assertThat(server.connections()).isEqualTo(2);
            server.awaitCommand("QUIT", PATIENCE);
            assertThat(server.commands().get(0)).endsWith("QUIT");
        }
    }

    @Test
    void soManyMailsGoOverAConnectionAndNoMore() {
        try (SmtpTransport transport = transport(builder -> builder.mailsPerConnection(3))) {
            deliverMails(transport, 7);

            assertThat(server.mails()).hasSize(7);
            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.commands().subList(0, 2))
                    .allSatisfy(lines -> assertThat(lines)
                            .filteredOn(line -> line.startsWith("MAIL"))
                            .hasSize(3));
        }
    }

    @Test
    void whereNoneIsKeptEachIsLeftAfterItsMail() {
        try (SmtpTransport transport = transport(builder -> builder.keptConnections(0))) {
            deliverMails(transport, 3);

            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands())
                    .hasSize(3)
                    .allSatisfy(lines -> assertThat(lines).endsWith("QUIT"));
            assertThat(time.waiting()).isZero();
        }
    }

    @Test
    void noMoreAreKeptThanAreWanted() {
        try (SmtpTransport transport = transport(builder -> builder.keptConnections(1))) {
            transport.deliver(notification(ANN), () -> deliverMails(transport, 1));

            assertThat(server.connections()).isEqualTo(2);
            server.awaitCommand("QUIT", PATIENCE);
            assertThat(server.commands().get(0)).endsWith("QUIT");
            assertThat(server.commands().get(1)).doesNotContain("QUIT");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theServerIsAskedWhetherItIsThereOnlyAfterFiveIdleSeconds(boolean idleForSoLong) {
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            deliverMails(transport, 1);
            time.advance(Duration.ofSeconds(5).minusNanos(idleForSoLong ? 0 : 1));

            deliverMails(transport, 1);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands().get(0).contains("NOOP")).isEqualTo(idleForSoLong);
        }
    }

    @Test
    void aServerThatDoesNotAnswerWhetherItIsThereIsConnectedToAnewAfterTenSeconds() {
        server.on(SmtpStep.NOOP).stall();
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            deliverMails(transport, 1);
            time.advance(Duration.ofSeconds(5));
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
            server.awaitCommand("NOOP", PATIENCE);
            time.advance(Duration.ofSeconds(10).minusNanos(1));
            assertThat(time.wakeUps()).isZero();

            time.advance(Duration.ofNanos(1));

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.mails()).hasSize(2);
        }
    }

    @Test
    void whereOneDoesNotAnswerTheOthersAreNotAsked() {
        server.on(SmtpStep.NOOP).stall();
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            transport.deliver(notification(ANN), () -> deliverMails(transport, 1));
            time.advance(Duration.ofSeconds(5));
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
            server.awaitCommand("NOOP", PATIENCE);

            time.advance(Duration.ofSeconds(10));

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(server.commands().subList(0, 2).stream().flatMap(List::stream))
                    .containsOnlyOnce("NOOP")
                    .doesNotContain("QUIT");
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aThreadGetsTheConnectionBackThatItUsedLast() {
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            CountDownLatch delivered = new CountDownLatch(1);
            InBackground<DeliveryResult> first =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> await(delivered)));
            server.awaitCommand("DATA", PATIENCE);
            deliverMails(transport, 1);
            delivered.countDown();
            first.result();

            deliverMails(transport, 1);

            assertThat(server.commands().get(1))
                    .filteredOn(line -> line.startsWith("MAIL"))
                    .hasSize(2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.4.2 too long idle", "500 5.5.2 what?", "354 go ahead", "nonsense"})
    void aServerThatAnswersOtherThanYesWhetherItIsThereIsConnectedToAnew(String answer) {
        server.on(SmtpStep.NOOP).reply(answer);
        try (SmtpTransport transport = transport(UnaryOperator.identity())) {
            deliverMails(transport, 1);
            time.advance(Duration.ofSeconds(5));

            deliverMails(transport, 1);

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.mails()).hasSize(2);
        }
    }

    private SmtpTransport transport(UnaryOperator<SmtpTransportBuilder> settings) {
        return settings.apply(plainlyTowards(server).scheduler(time)).build();
    }

    private static void deliverMails(SmtpTransport transport, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
        }
    }
}
