package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The transport against a server that nobody here wrote, read back by a parser that nobody here wrote. */
class ForeignServerTest {
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(context -> new Mailbag())
            .build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void subethaReceivesAMailThatCanBeReadBack() throws MessagingException, IOException {
        try (SmtpTransport transport = transport()) {
            String text = "Das Kennwort ist abgelaufen.\n.\n.. so ist es\n";

            DeliveryResult result = transport.deliver(
                    notification("Zürich: 1 Störung", text, "<p>Das Kennwort ist abgelaufen.</p>", ANN, BOB), () -> {});

            assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(recipients).containsExactly("ann@example.com", "bob@example.com");
            MimeMessage message = MimeMailTest.parse(received.get(0));
            assertThat(message.getMessageID()).isEqualTo("<contoso-hr.7@example.com>");
            assertThat(message.getSubject()).isEqualTo("Zürich: 1 Störung");
            MimeMultipart parts = (MimeMultipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text.replace("\n", "\r\n"));
            assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Das Kennwort ist abgelaufen.</p>\r\n");
        }
    }

    @Test
    void subethaRefusesOneOfTwoRecipients() {
        try (SmtpTransport transport = transport()) {
            DeliveryResult result =
                    transport.deliver(notification(ANN, Recipient.mail("nobody@example.com")), () -> {});

            assertThat(result)
                    .isInstanceOfSatisfying(
                            DeliveryResult.Accepted.class,
                            accepted -> assertThat(accepted.outcomes())
                                    .extracting(RecipientOutcome::status)
                                    .containsExactly(
                                            RecipientOutcome.Status.ACCEPTED, RecipientOutcome.Status.REFUSED));
            assertThat(received).hasSize(1);
        }
    }

    private SmtpTransport transport() {
        return SmtpTransport.of(
                "smtp://localhost:" + server.getPortAllocated() + "?plaintext=allowed", "engine@example.com");
    }

    /** Keeps what the server gets. */
    private final class Mailbag implements MessageHandler {
        @Override
        public void from(String from) {
            assertThat(from).isEqualTo("engine@example.com");
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody@")) {
                throw new RejectException(550, "5.1.1 no such user");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            received.add(data.readAllBytes());
            return "queued";
        }

        @Override
        public void done() {}
    }
}
