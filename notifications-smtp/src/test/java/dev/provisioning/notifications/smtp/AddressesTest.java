package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.await;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.BlackHole;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server whose name has several addresses, of which not all answer. */
class AddressesTest {
    private static final InetAddress HERE = address("127.0.0.1");
    private static final InetAddress ELSEWHERE = address("127.0.0.2");
    private static final InetAddress NOWHERE = address("127.0.0.3");
    private static final InetAddress IPV6 = address("::1");

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final Set<Stage> ended = ConcurrentHashMap.newKeySet();
    private ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theNextIsTriedWhenOneRefuses() {
        try (SmtpTransport transport = transport(NOWHERE, ELSEWHERE, HERE)) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));
        }
    }

    @Test
    void theNextIsTriedWhenOneDoesNotAnswerForFifteenSeconds() {
        try (BlackHole hole = BlackHole.open(ELSEWHERE, server.port());
                SmtpTransport transport = transport(ELSEWHERE, HERE)) {
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
            await("an attempt to connect", () -> ended.contains(Stage.LOOKUP));
            time.advance(Duration.ofSeconds(15).minusNanos(1));
            assertThat(time.wakeUps()).isZero();

            time.advance(Duration.ofNanos(1));

            assertAccepted(delivery.result());
            assertThat(hole.port()).isEqualTo(server.port());
        }
    }

    @Test
    void eachMayTakeItsTimeWithinThatOfAllThatComesBeforeTheDot() {
        try (BlackHole one = BlackHole.open(NOWHERE, server.port());
                BlackHole other = BlackHole.open(ELSEWHERE, one.port());
                SmtpTransport transport = towards("mail.example.com", NOWHERE, ELSEWHERE, HERE)
                        .deliveryTimeout(Duration.ofMinutes(10).plusSeconds(20))
                        .build()) {
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), NOT_REACHED));
            await("an attempt to connect", () -> ended.contains(Stage.LOOKUP));
            time.advance(Duration.ofSeconds(15));
            await("the next attempt", () -> time.waiting() == 1);

            time.advance(Duration.ofSeconds(5));

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(delivery.result()).text()).endsWith("the server took too long");
            assertThat(server.connections()).as("to " + other.host()).isZero();
        }
    }

    @Test
    void theLastReasonIsToldWhenNoneAnswers() {
        server.stopListening();
        try (SmtpTransport transport = transport(NOWHERE, HERE)) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result))
                    .hasToString("CONNECT: no connection to smtp://mail.example.com:" + server.port()
                            + ": Connection refused");
        }
    }

    @Test
    void ipv6IsTriedAsWell() {
        restartAt(IPV6);
        try (SmtpTransport transport = transport(HERE, IPV6)) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));
        }
    }

    @Test
    void anAddressOfIpv6InTheUrlIsUsedAndGreetedFrom() {
        restartAt(IPV6);
        try (SmtpTransport transport = SmtpTransport.builder()
                .url("smtp://" + server.host() + ":" + server.port())
                .allowPlaintext()
                .from("provisioning@engine.example")
                .build()) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));
            assertThat(server.commands().get(0)).first().isEqualTo("EHLO [IPv6:0:0:0:0:0:0:0:1]");
        }
    }

    @Test
    void anAddressOfIpv6IsPassedOverWhereThatIsNotSpoken() throws IOException, InterruptedException {
        assertThat(WithoutIpv6.deliverTo(server.port())).isTrue();
        assertThat(server.mails()).hasSize(1);
    }

    private void restartAt(InetAddress address) {
        server.close();
        assumeThat(isThere(address)).as(address + " is there").isTrue();
        server = ScriptedSmtpServer.plain().address(address).start();
    }

    private static boolean isThere(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private SmtpTransport transport(InetAddress... addresses) {
        return towards("mail.example.com", addresses).build();
    }

    private SmtpTransportBuilder towards(String host, InetAddress... addresses) {
        return SmtpTransport.builder()
                .url("smtp://" + host + ":" + server.port())
                .allowPlaintext()
                .names(name -> addresses)
                .from("provisioning@engine.example")
                .listener((stage, took) -> ended.add(stage))
                .scheduler(time);
    }

    private void assertAccepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(server.mails()).hasSize(1);
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
