package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.demanding;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.signedInAt;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import dev.provisioning.notifications.testkit.TestCertificate;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a probe finds, and what it leaves alone. */
class ProbeTest {
    private static final Recipient GROUP = Recipient.mail("all@example.com");

    @Test
    void aServerThatIsReadyIsToldAboutAndGetsNoMail() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls()
                        .announce("SIZE 35651584")
                        .user("engine", "secret")
                        .start();
                SmtpTransport transport = signedInAt(server).build()) {
            SmtpProbe probe = transport.probe(ANN, BOB);

            assertThat(probe.isReady()).as(probe.report()).isTrue();
            assertThat(probe.server()).isEqualTo("smtp+starttls://localhost:" + server.port());
            assertThat(probe.offers())
                    .contains("SIZE 35651584", "PIPELINING", "AUTH PLAIN LOGIN")
                    .doesNotContain("STARTTLS");
            assertThat(Objects.requireNonNull(probe.tls()).protocol()).startsWith("TLSv1.");
            assertThat(probe.tls().certificateExpires()).isAfter("2026-01-01T00:00:00Z");
            assertThat(probe.recipients())
                    .containsExactly(RecipientOutcome.accepted(ANN), RecipientOutcome.accepted(BOB));
            assertThat(probe.took())
                    .containsOnlyKeys(
                            Stage.LOOKUP,
                            Stage.CONNECT,
                            Stage.GREETING,
                            Stage.TLS,
                            Stage.AUTH,
                            Stage.SENDER,
                            Stage.RECIPIENT);
            server.awaitNoConnection(Fixtures.PATIENCE);
            assertThat(server.mails()).isEmpty();
            assertThat(server.commands().get(0)).doesNotContain("DATA").endsWith("QUIT");
        }
    }

    @Test
    void withoutRecipientsItGoesNoFurtherThanSigningIn() {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport = signedInAt(server).build()) {
            assertThat(transport.probe().isReady()).isTrue();

            server.awaitNoConnection(Fixtures.PATIENCE);
            assertThat(server.commands().get(0)).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, the certificate of localhost expired on 2020-01-0",
        "WRONG_HOST, the certificate of localhost is for another host: No ",
        "SELF_SIGNED, the certificate of localhost is signed by an authority that is not trusted here: ",
    })
    void whatIsWrongWithACertificateIsSaidInWords(TestCertificate certificate, String words) {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.tls().certificate(certificate).start();
                SmtpTransport transport = towards(server, "smtps").build()) {
            assertFault(transport.probe(), Stage.TLS, "TLS failed: " + words);
        }
    }

    @Test
    void anAuthorityThatThePlatformDoesNotKnowIsSaidInWords() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = SmtpTransport.of("smtps://localhost:" + server.port(), "a@example.com")) {
            assertFault(
                    transport.probe(),
                    Stage.TLS,
                    "TLS failed: the certificate of localhost is signed by an authority that is not trusted here: ");
        }
    }

    @Test
    void aPortWithoutTlsIsSaidInWords() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = towards(server, "smtps").build()) {
            assertFault(transport.probe(), Stage.TLS, "TLS failed: localhost does not speak TLS on this port");
        }
    }

    @Test
    void starttlsThatIsNotOfferedIsSaidInWords() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.startTls().without("STARTTLS").start();
                SmtpTransport transport = towards(server, "smtp+starttls").build()) {
            SmtpProbe probe = transport.probe();

            assertFault(probe, Stage.TLS, "the server does not offer STARTTLS");
            assertThat(probe.tls()).isNull();
        }
    }

    @Test
    void aWrongPasswordIsSaidInWords() {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport =
                        signedInAt(server).credentials("engine", () -> "wr0ng").build()) {
            SmtpProbe probe = transport.probe(ANN);

            assertFault(probe, Stage.AUTH, "wrong user or password");
            assertThat(probe.report()).doesNotContain("wr0ng");
            assertThat(probe.recipients()).isEmpty();
        }
    }

    @Test
    void aPortWhereNobodyListensIsSaidInWords() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.stopListening();

            assertFault(transport.probe(), Stage.CONNECT, "no connection to smtp://localhost:" + server.port());
        }
    }

    @Test
    void aGroupThatRefusesOutsideSendersIsNamedAmongOtherRecipients() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(SmtpStep.RCPT).recipient(GROUP.address()).reply("550 5.7.133 sender not authenticated for group");
            server.on(SmtpStep.RCPT).recipient(BOB.address()).reply("450 4.2.1 busy");

            SmtpProbe probe = transport.probe(ANN, GROUP, BOB, new Recipient("chat", "#ops"));

            assertThat(probe.fault()).isNull();
            assertThat(probe.isReady()).isFalse();
            assertThat(probe.recipients())
                    .extracting(RecipientOutcome::status)
                    .containsExactly(Status.ACCEPTED, Status.REFUSED, Status.DEFERRED, Status.REFUSED);
            assertThat(probe.report().lines())
                    .contains("to a***@example.com: REFUSED, RECIPIENT 550 5.7.133: the group refuses outside senders: "
                            + "sender not authenticated for group");
        }
    }

    @Test
    void aSenderThatIsRefusedIsAFault() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(SmtpStep.MAIL).reply("550 5.7.60 not allowed to send as this sender");

            assertFault(transport.probe(ANN), Stage.SENDER, "not allowed to send as this sender");
        }
    }

    @Test
    void leavesTheConnectionsAloneThatAreKept() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            transport.deliver(notification(ANN), () -> {});
            transport.probe(ANN);
            transport.deliver(notification(ANN), () -> {});

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.commands().get(0))
                    .filteredOn(line -> line.startsWith("MAIL"))
                    .hasSize(2);
        }
    }

    @Test
    void takesNoLongerThanADelivery() {
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).scheduler(time).build()) {
            server.on(SmtpStep.EHLO).stall();
            InBackground<SmtpProbe> probe = InBackground.begin(() -> transport.probe());
            server.awaitCommand("EHLO", Fixtures.PATIENCE);

            time.advance(Duration.ofMinutes(5));

            assertFault(probe.result(), Stage.GREETING, "the server took too long");
        }
    }

    @Test
    void whatAServerOffersIsToldAlthoughSigningInFails() {
        try (ScriptedSmtpServer server = demanding();
                SmtpTransport transport =
                        signedInAt(server).xoauth2("engine", () -> "token").build()) {
            SmtpProbe probe = transport.probe();

            assertFault(probe, Stage.AUTH, "the server does not offer to sign in by XOAUTH2");
            assertThat(probe.offers()).contains("AUTH PLAIN LOGIN");
            assertThat(probe.tls()).isNotNull();
        }
    }

    @Test
    void waitsForTheLookUpThatADeliveryHasBegun() {
        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        CountDownLatch known = new CountDownLatch(1);
        AtomicInteger lookUps = new AtomicInteger();
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server)
                        .names(host -> {
                            lookUps.incrementAndGet();
                            Fixtures.await("somebody who knows", () -> known.getCount() == 0);
                            return InetAddress.getAllByName("127.0.0.1");
                        })
                        .scheduler(time)
                        .build()) {
            InBackground<DeliveryResult> delivery =
                    InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
            Fixtures.await("its look-up", () -> time.waiting() == 1);
            InBackground<SmtpProbe> probe = InBackground.begin(() -> transport.probe());
            Fixtures.await("that of the probe", () -> time.waiting() == 2);
            known.countDown();

            assertThat(delivery.result()).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(probe.result().isReady()).isTrue();
            assertThat(lookUps).hasValue(1);
        }
    }

    @Test
    @SuppressWarnings("try") // Closing is what is tried.
    void endsWhenTheTransportIsClosed() {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                SmtpTransport transport = plainlyTowards(server).build()) {
            server.on(SmtpStep.EHLO).stall();
            InBackground<SmtpProbe> probe = InBackground.begin(() -> transport.probe());
            server.awaitCommand("EHLO", Fixtures.PATIENCE);

            transport.close();

            assertFault(probe.result(), Stage.GREETING, "the transport was closed");
        }
    }

    private static void assertFault(SmtpProbe probe, Stage stage, String words) {
        assertThat(probe.isReady()).isFalse();
        assertThat(Objects.requireNonNull(probe.fault()).stage()).isEqualTo(stage);
        assertThat(probe.fault().text()).startsWith(words);
        assertThat(probe.took()).doesNotContainKey(stage);
    }
}
