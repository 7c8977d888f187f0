package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.TransportContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class SmtpTransportContractTest extends TransportContract {
    private final ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Transport createTransport() {
        return Fixtures.towards(server, "smtp+starttls").build();
    }

    @Override
    protected List<Arrival> arrivals() {
        return server.mails().stream()
                .map(mail -> new Arrival(mail.messageId(), mail.recipients()))
                .toList();
    }

    @Override
    protected Optional<Transport> createTransportOutOfReach() {
        try {
            return Optional.of(SmtpTransport.of("smtps://localhost:" + TrustTest.freePort(), "a@example.com"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
