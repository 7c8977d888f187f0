package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import dev.provisioning.notifications.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a transport talks to, and what it tells nobody else. */
class TrustTest {
    @ParameterizedTest
    @EnumSource(names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void doesNotTalkTlsToAServerWithABadCertificate(TestCertificate certificate) {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.tls().certificate(certificate).start();
                SmtpTransport transport = towards(server, "smtps").build()) {
            assertMisconfigured(transport.deliver(notification(ANN), NOT_REACHED), Stage.TLS, "TLS failed");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "VALID", mode = EnumSource.Mode.EXCLUDE)
    void doesNotTalkStarttlsToAServerWithABadCertificate(TestCertificate certificate) {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls()
                        .certificate(certificate)
                        .user("engine", "secret")
                        .start();
                SmtpTransport transport = towards(server, "smtp+starttls")
                        .credentials("engine", () -> "secret")
                        .build()) {
            assertMisconfigured(transport.deliver(notification(ANN), NOT_REACHED), Stage.TLS, "TLS failed");
            assertThat(server.commands().get(0)).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void doesNotTrustAnAuthorityThatThePlatformDoesNotKnow() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = SmtpTransport.of("smtps://localhost:" + server.port(), "a@example.com")) {
            assertMisconfigured(transport.deliver(notification(ANN), NOT_REACHED), Stage.TLS, "TLS failed");
        }
    }

    @Test
    void isMisconfiguredWhenTlsFromTheFirstByteMeetsAServerWithoutIt() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = towards(server, "smtps").build()) {
            assertMisconfigured(transport.deliver(notification(ANN), NOT_REACHED), Stage.TLS, "TLS failed");
        }
    }

    @Test
    void goesNoFurtherWhenStarttlsIsNotOffered() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.startTls().without("STARTTLS").start();
                SmtpTransport transport = towards(server, "smtp+starttls").build()) {
            assertMisconfigured(
                    transport.deliver(notification(ANN), NOT_REACHED), Stage.TLS, "does not offer STARTTLS");
            assertThat(server.commands().get(0)).hasSize(1);
        }
    }

    @Test
    void goesNoFurtherWhenItCannotSignIn() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = towards(server, "smtps")
                        .credentials("engine", () -> "secret")
                        .build()) {
            assertMisconfigured(
                    transport.deliver(notification(ANN), NOT_REACHED), Stage.AUTH, "does not offer to sign in");
            assertThat(server.commands().get(0)).hasSize(1);
        }
    }

    @Test
    void signsInOnceWithAWrongPasswordSoThatNoAccountIsLocked() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.tls().user("engine", "secret").start();
                SmtpTransport transport = towards(server, "smtps")
                        .credentials("engine", () -> "wrong")
                        .build()) {
            assertMisconfigured(
                    transport.deliver(notification(ANN), NOT_REACHED), Stage.AUTH, "wrong user or password");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands().get(0))
                    .filteredOn(line -> line.startsWith("AUTH"))
                    .hasSize(1);
        }
    }

    @Test
    void asksForThePasswordAnewAtEachDeliveryAndTellsNothingWhenThatFails() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.tls().user("engine", "secret").start();
                SmtpTransport transport = towards(server, "smtps")
                        .credentials("engine", () -> {
                            throw new IllegalStateException("the vault says secret");
                        })
                        .build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(result.toString())
                    .contains("password could not be obtained")
                    .doesNotContain("vault says");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void speaksHeloToAServerThatKnowsNoEhloWhenNothingIsLostByIt() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport =
                        towards(server, "smtps").helloName("engine.example").build()) {
            server.on(SmtpStep.EHLO).reply("502 5.5.1 not implemented");

            assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(server.commands().get(0)).startsWith("EHLO engine.example", "HELO engine.example");
        }
    }

    @Test
    void doesNotSignInAgainOverASecondStarttlsThatAServerDemands() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.startTls().user("engine", "secret").start();
                SmtpTransport transport = towards(server, "smtp+starttls")
                        .credentials("engine", () -> "secret")
                        .build()) {
            server.on(SmtpStep.AUTH).reply("530 5.7.0 must issue STARTTLS first");

            assertMisconfigured(transport.deliver(notification(ANN), NOT_REACHED), Stage.AUTH, "must issue STARTTLS");
            assertThat(server.commands().get(0))
                    .filteredOn(line -> line.equals("STARTTLS"))
                    .hasSize(1);
        }
    }

    @Test
    void isToBeTriedAgainWhenNobodyListens() throws IOException {
        int port = freePort();
        try (SmtpTransport transport = SmtpTransport.of("smtps://localhost:" + port, "a@example.com")) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(Fixtures.faultOf(result).stage()).isEqualTo(Stage.CONNECT);
        }
    }

    @Test
    void isToBeTriedAgainWhenTheNameIsUnknown() {
        try (SmtpTransport transport = SmtpTransport.of("smtps://mail.invalid", "a@example.com")) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(Fixtures.faultOf(result).stage()).isEqualTo(Stage.LOOKUP);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertMisconfigured(DeliveryResult result, Stage stage, String text) {
        assertThat(result).as(result.toString()).isInstanceOf(DeliveryResult.Misconfigured.class);
        assertThat(Fixtures.faultOf(result).stage()).isEqualTo(stage);
        assertThat(Fixtures.faultOf(result).text()).contains(text);
    }
}
