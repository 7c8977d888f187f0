package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Angus with a message for each mail, and a connection for each session. */
final class AngusReused implements MailClient {
    private final Session session;

    AngusReused(Server server) {
        session = Session.getInstance(JakartaMail.properties(server));
    }

    @Override
    public MailSession open() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect();
        return new MailSession() {
            @Override
            public void send(Notification mail) throws MessagingException {
                MimeMessage message = new MimeMessage(session);
                JakartaMail.fill(message, mail);
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }

            @Override
            public void close() throws IOException {
                try {
                    transport.close();
                } catch (MessagingException e) {
                    throw new IOException(e);
                }
            }
        };
    }
}
