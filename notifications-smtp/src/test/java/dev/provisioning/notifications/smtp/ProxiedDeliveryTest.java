package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.demanding;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deliveries where nothing leaves but through a proxy. */
class ProxiedDeliveryTest {
    /** A name that no name server knows (RFC 6761 section 6.4). */
    private static final String BEHIND = "mail.invalid";

    @ParameterizedTest
    @EnumSource
    void aKeptConnectionIsOneThroughTheProxy(ProxyUrl.Kind kind) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                ScriptedProxy proxy = ScriptedProxy.of(kind, "engine", "s3cret");
                SmtpTransport transport = towards(server, "smtps")
                        .proxy(proxy.url("engine", "s3cret"))
                        .build()) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));
            assertAccepted(transport.deliver(notification(ANN), () -> {}));

            assertThat(server.mails()).hasSize(2);
            assertThat(proxy.targets()).containsExactly("localhost:" + server.port());
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsInAtTheServerAfterStarttlsWithItAndNotWithTheProxy(ProxyUrl.Kind kind) {
        try (ScriptedSmtpServer server = demanding();
                ScriptedProxy proxy = ScriptedProxy.of(kind);
                SmtpTransport transport = signedInAt(server).proxy(proxy.url()).build()) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheNameOfTheServerToTheProxy(ProxyUrl.Kind kind) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                ScriptedProxy proxy = ScriptedProxy.of(kind);
                SmtpTransport transport = behind(server.port(), proxy).build()) {
            assertAccepted(transport.deliver(notification(ANN), () -> {}));

            assertThat(proxy.targets()).containsExactly(BEHIND + ":" + server.port());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isMisconfiguredWhereTheProxyDoesNotKnowTheUser(ProxyUrl.Kind kind) {
        try (ScriptedProxy proxy = ScriptedProxy.of(kind, "engine", "s3cret");
                SmtpTransport transport =
                        behind(25, proxy).proxy(proxy.url("engine", "wr0ng")).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            assertThat(faultOf(result).stage()).isEqualTo(Stage.CONNECT);
            assertThat(faultOf(result).text())
                    .contains("the proxy does not accept this user and password")
                    .doesNotContain("engine", "wr0ng");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsInOnceWhereTheProxyHasSeveralAddressesSoThatNoAccountIsLocked(ProxyUrl.Kind kind) {
        InetAddress[] same = {InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress()};
        try (ScriptedProxy proxy = ScriptedProxy.of(kind, "engine", "s3cret");
                SmtpTransport transport = behind(25, proxy)
                        .names(host -> same)
                        .proxy(proxy.url("engine", "wr0ng"))
                        .build()) {
            transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isMisconfiguredWhereTheProxyAllowsNoMail(ProxyUrl.Kind kind) {
        try (ScriptedProxy proxy = ScriptedProxy.of(kind);
                SmtpTransport transport = behind(25, proxy).build()) {
            proxy.refuse();

            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            assertThat(faultOf(result).text()).contains("connect to mail.invalid:25: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToBeTriedAgainWhereTheProxyDoesNotReachTheServer(ProxyUrl.Kind kind) throws IOException {
        try (ScriptedProxy proxy = ScriptedProxy.of(kind);
                SmtpTransport transport = behind(freePort(), proxy).build()) {
            assertRetry(transport.deliver(notification(ANN), NOT_REACHED), "the proxy ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToBeTriedAgainWhereTheProxyIsGone(ProxyUrl.Kind kind) {
        ScriptedProxy proxy = ScriptedProxy.of(kind);
        proxy.close();
        try (SmtpTransport transport = behind(25, proxy).build()) {
            assertRetry(transport.deliver(notification(ANN), NOT_REACHED), "no connection to ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatSaysNothingIsWaitedForNoLongerThanTheServer(ProxyUrl.Kind kind) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SmtpTransport transport = SmtpTransport.builder()
                        .url("smtps://" + BEHIND)
                        .proxy(kind.scheme() + "://127.0.0.1:" + silent.getLocalPort())
                        .connectTimeout(Duration.ofMillis(200))
                        .from("provisioning@engine.example")
                        .build()) {
            assertRetry(transport.deliver(notification(ANN), NOT_REACHED), "too long");
        }
    }

    private static SmtpTransportBuilder behind(int port, ScriptedProxy proxy) {
        return SmtpTransport.builder()
                .url("smtp://" + BEHIND + ":" + port)
                .allowPlaintext()
                .proxy(proxy.url())
                .from("provisioning@engine.example");
    }

    private static void assertAccepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
    }

    private static void assertRetry(DeliveryResult result, String words) {
        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(faultOf(result).stage()).isEqualTo(Stage.CONNECT);
        assertThat(faultOf(result).text()).contains(words);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
