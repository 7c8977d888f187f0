package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transport against GreenMail, which runs everywhere: in plaintext and by implicit TLS; it knows no STARTTLS. */
class GreenMailTest {
    private static final Recipient ANN = Recipient.mail("ann@example.com");
    private static final Recipient BOB = Recipient.mail("bob@example.com");

    private final ServerSetup plain = setup(ServerSetup.PROTOCOL_SMTP);
    private final ServerSetup secure = setup(ServerSetup.PROTOCOL_SMTPS);
    private final GreenMail server = new WithOurKey(plain, secure);

    @BeforeEach
    void start() {
        server.setUser("engine", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void greenMailReceivesAMailInPlaintext() throws MessagingException, IOException {
        try (Transport transport = plainly().build()) {
            assertThatTwoGetTheMail(transport);
        }
    }

    @Test
    void greenMailReceivesAMailByImplicitTls() throws MessagingException, IOException {
        try (Transport transport =
                securely().credentials("engine", () -> "secret").build()) {
            assertThatTwoGetTheMail(transport);
        }
    }

    @Test
    void greenMailRefusesAWrongPassword() {
        try (Transport transport =
                securely().credentials("engine", () -> "wrong").build()) {

            DeliveryResult result = transport.deliver(Mails.notification("stranger", ANN), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            DeliveryFault fault = Mails.faultOf(result);
            assertThat(fault.stage()).isEqualTo(Stage.AUTH);
            assertThat(fault.code()).isEqualTo(535);
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    @Test
    void severalMailsThroughOneTransportArriveOnceEach() {
        try (Transport transport = securely().build()) {
            List<String> ids =
                    IntStream.rangeClosed(1, 10).mapToObj(i -> "mail-" + i).toList();

            for (String id : ids) {
                Notification notification = Mails.notification(id, ANN);
                assertThat(transport.deliver(notification, () -> {})).isEqualTo(DeliveryResult.accepted(notification));
            }

            assertThat(server.waitForIncomingEmail(ids.size())).isTrue();
            assertThat(Arrays.stream(server.getReceivedMessages()).map(mail -> Mails.header(mail, "Message-ID")))
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(Mails::messageId).toList());
        }
    }

    /** It names no host, so that no trust makes it ours. */
    @Test
    void greenMailsOwnCertificateIsNotAccepted() throws GeneralSecurityException {
        ServerSetup own = setup(ServerSetup.PROTOCOL_SMTPS);
        GreenMail stock = new GreenMail(own);
        stock.start();
        try (Transport transport = towards("smtps", stock.getSmtps().getPort())
                .sslContext(trust(new DummySSLServerSocketFactory().getKeyStore()))
                .build()) {

            DeliveryResult result = transport.deliver(Mails.notification("anybody", ANN), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            assertThat(Mails.faultOf(result).stage()).isEqualTo(Stage.TLS);
            assertThat(stock.getReceivedMessages()).isEmpty();
        } finally {
            stock.stop();
        }
    }

    private void assertThatTwoGetTheMail(Transport transport) throws MessagingException, IOException {
        Notification notification = Mails.notification("two", ANN, BOB);

        DeliveryResult result = transport.deliver(notification, () -> {});

        assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
        assertThat(server.waitForIncomingEmail(2)).isTrue();
        for (Recipient recipient : notification.recipients()) {
            List<MimeMessage> mails = inboxOf(recipient);
            assertThat(mails).hasSize(1);
            Mails.assertSays(mails.get(0), notification);
            assertThat(mails.get(0).getAllRecipients())
                    .containsExactly(new InternetAddress(ANN.address()), new InternetAddress(BOB.address()));
        }
    }

    private List<MimeMessage> inboxOf(Recipient recipient) {
        return server.findReceivedMessages(user -> user.getEmail().equals(recipient.address()), mail -> true)
                .toList();
    }

    private SmtpTransportBuilder plainly() {
        return towards("smtp", server.getSmtp().getPort()).allowPlaintext();
    }

    private SmtpTransportBuilder securely() {
        return towards("smtps", server.getSmtps().getPort()).sslContext(ScriptedSmtpServer.clientTrust());
    }

    private static SmtpTransportBuilder towards(String scheme, int port) {
        return SmtpTransport.builder().url(scheme + "://127.0.0.1:" + port).from(Mails.SENDER);
    }

    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        // Its two seconds are not enough on a machine that is busy.
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private static SSLContext trust(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A GreenMail that can prove to be 127.0.0.1. */
    private static final class WithOurKey extends GreenMail {
        WithOurKey(ServerSetup... setups) {
            super(setups);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            Map<String, AbstractServer> services = super.createServices(setups, managers);
            for (ServerSetup setup : setups) {
                if (setup.isSecure()) {
                    services.put(setup.getProtocol(), new SecureServer(setup, managers));
                }
            }
            return services;
        }
    }

    private static final class SecureServer extends SmtpServer {
        SecureServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ServerSocket openServerSocket() throws IOException {
            ServerSocket socket =
                    TestKey.serverContext().getServerSocketFactory().createServerSocket();
            socket.bind(new InetSocketAddress(getBindTo(), getServerSetup().getPort()));
            return socket;
        }
    }
}
