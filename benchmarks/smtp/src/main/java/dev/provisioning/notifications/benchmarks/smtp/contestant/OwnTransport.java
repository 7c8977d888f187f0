package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import dev.provisioning.notifications.smtp.SmtpTransport;

/** This library: one transport for all sessions. The mark at the point of no return is the caller's and costs nothing here. */
final class OwnTransport implements MailClient {
    private final SmtpTransport transport;

    OwnTransport(Server server, int sessions) {
        transport = SmtpTransport.builder()
                .url((server.tls() ? "smtps" : "smtp") + "://" + Server.HOST + ":" + server.port())
                .allowPlaintext()
                .sslContext(server.context())
                .from(SampleMail.FROM)
                .helloName(Server.HELLO)
                .keptConnections(sessions)
                .mailsPerConnection(100_000)
                .build();
    }

    @Override
    public MailSession open() {
        return mail -> {
            DeliveryResult result = transport.deliver(mail, () -> {});
            if (!(result instanceof DeliveryResult.Accepted)) {
                throw new IllegalStateException(result.toString());
            }
        };
    }

    @Override
    public void close() {
        transport.close();
    }
}
