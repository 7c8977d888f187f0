package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.longNotification;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that were kept, and are of no use any more: replaced once, unless there was something to lose. */
class StaleConnectionTest {
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
    private SmtpTransport transport = transport();

    @BeforeEach
    void keepAConnection() {
        assertAccepted();
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    /** How a server ends a connection over which nobody says anything. */
    enum End {
        DROP,
        RESET,
        FAREWELL,
        FAREWELL_AND_DROP;

        void to(ScriptedSmtpServer server) {
            switch (this) {
                case DROP -> server.dropConnections();
                case RESET -> server.resetConnections();
                case FAREWELL -> server.interject("421 4.4.2 idle for too long");
                case FAREWELL_AND_DROP -> {
                    server.interject("421 4.4.2 idle for too long");
                    server.dropConnections();
                }
            }
            if (this != FAREWELL) {
                server.awaitNoConnection(PATIENCE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatHasEndedWhileIdleIsReplacedBeforeAnythingIsSaid(End end) {
        end.to(server);

        assertAccepted();

        assertOnceMore(2);
        assertThat(server.commands().get(0)).endsWith("DATA", ".");
    }

    @Test
    void oneOverTlsThatHasEndedWhileIdleIsReplaced() {
        stop();
        server = Fixtures.demanding();
        transport = Fixtures.signedInAt(server).scheduler(time).build();
        assertAccepted();
        End.FAREWELL_AND_DROP.to(server);

        assertAccepted();

        assertOnceMore(2);
    }

    @Test
    void aFarewellThatCameTogetherWithTheLastAnswerIsHeard() {
        server.on(SmtpStep.END_OF_DATA).once().reply("250 2.0.0 queued\r\n421 4.7.0 that is enough");
        assertAccepted();

        assertAccepted();

        assertThat(server.connections()).isEqualTo(2);
        assertThat(mailsSaid(0)).isEqualTo(2);
        assertThat(server.mails()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, DROP", "MAIL, RESET", "MAIL, 421", "MAIL, NONSENSE",
        "RCPT, DROP", "RCPT, RESET", "RCPT, 421", "RCPT, NONSENSE",
        "DATA, DROP", "DATA, RESET", "DATA, 421", "DATA, NONSENSE",
    })
    void oneThatEndsBeforeTheContentIsReplaced(SmtpStep step, String how) {
        switch (how) {
            case "DROP" -> server.on(step).once().drop();
            case "RESET" -> server.on(step).once().reset();
            case "421" -> server.on(step).once().reply("421 4.3.2 shutting down");
            default -> server.on(step).once().reply("nonsense");
        }

        assertAccepted();

        assertOnceMore(2);
    }

    @Test
    void oneThatFallsSilentIsReplacedWhileThereIsTimeLeft() {
        server.on(SmtpStep.MAIL).connection(1).stall();
        InBackground<DeliveryResult> delivery =
                InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
        Fixtures.await("a second MAIL", () -> mailsSaid(0) == 2);

        time.advance(Duration.ofMinutes(1));

        assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
        assertOnceMore(2);
    }

    @Test
    void whatReplacesItIsNotReplacedInTurn() {
        server.on(SmtpStep.MAIL).drop();

        DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(faultOf(result).stage()).isEqualTo(Stage.SENDER);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void whatIsFreshIsNotReplaced() {
        server.dropConnections();
        server.on(SmtpStep.MAIL).drop();

        DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void whatWasKeptBesideItIsAsStaleAndNotTried() {
        transport.deliver(notification(ANN), this::assertAccepted);
        assertThat(server.connections()).isEqualTo(2);
        server.on(SmtpStep.MAIL).connection(1).drop();
        server.on(SmtpStep.MAIL).connection(2).drop();

        assertAccepted();

        assertThat(server.connections()).isEqualTo(3);
        assertThat(server.mails()).hasSize(4);
    }

    @Test
    void whatBreaksWithinTheContentIsNotTriedAgain() {
        server.on(SmtpStep.BODY).drop();

        DeliveryResult result = transport.deliver(longNotification(), NOT_REACHED);

        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(faultOf(result).stage()).isEqualTo(Stage.CONTENT);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void whatBreaksAfterTheFinalDotIsNotTriedAgain() {
        server.on(SmtpStep.END_OF_DATA).acceptThenDrop();

        DeliveryResult result = transport.deliver(notification(ANN), () -> {});

        assertThat(result).isInstanceOf(DeliveryResult.InDoubt.class);
        assertOnceMore(1);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 550 5.7.1 not you", "RCPT, 550 5.1.1 nobody", "DATA, 554 5.5.1 no", "END_OF_DATA, 554 5.6.0 no"})
    void oneOverWhichAMailWasRefusedIsNotUsedAgain(SmtpStep step, String refusal) {
        server.on(step).once().reply(refusal);

        assertThat(transport.deliver(notification(ANN), Fixtures.reachedAt(step)))
                .isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(server.connections()).isEqualTo(1);

        assertAccepted();
        assertOnceMore(2);
        assertThat(mailsSaid(0)).isEqualTo(2);
    }

    @Test
    void oneOverWhichAMailWasBegunAndNotHandedOverIsNotUsedAgain() {
        assertThatThrownBy(() -> transport.deliver(notification(ANN), () -> {
                    throw new HandoverRefusedException("taken over", null);
                }))
                .isInstanceOf(HandoverRefusedException.class);

        assertAccepted();

        assertOnceMore(2);
    }

    private SmtpTransport transport() {
        return plainlyTowards(server)
                .commandTimeout(Duration.ofMinutes(1))
                .scheduler(time)
                .build();
    }

    private void assertAccepted() {
        assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }

    /** The mail after the first was accepted, and only once. */
    private void assertOnceMore(int connections) {
        server.awaitMails(2, PATIENCE);
        assertThat(server.mails()).hasSize(2);
        assertThat(server.connections()).isEqualTo(connections);
    }

    private long mailsSaid(int connection) {
        List<String> lines = server.commands().get(connection);
        return lines.stream().filter(line -> line.startsWith("MAIL")).count();
    }
}
