package dev.provisioning.notifications.example.gallery;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpMail;
import java.util.List;

/** Sends mails to a mail server on loopback, over one connection, to see the bytes that arrive. */
final class Post implements AutoCloseable {
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
    private final SmtpTransport transport = SmtpTransport.builder()
            .url("smtp://" + server.host() + ":" + server.port())
            .allowPlaintext()
            .from("provisioning@iam.example.com")
            .fromName("Account provisioning")
            .mailsPerConnection(1_000)
            .build();

    /** {@return the mail as it arrived} */
    byte[] send(Notification mail) {
        DeliveryResult result = transport.deliver(mail, () -> {});
        if (!(result instanceof DeliveryResult.Accepted)) {
            throw new IllegalStateException("a mail to ourselves was not accepted: " + result);
        }
        List<SmtpMail> arrived = server.mails();
        return arrived.get(arrived.size() - 1).bytes();
    }

    @Override
    public void close() {
        transport.close();
        server.close();
    }
}
