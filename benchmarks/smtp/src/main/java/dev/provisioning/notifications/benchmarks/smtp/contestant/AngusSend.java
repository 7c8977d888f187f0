package dev.provisioning.notifications.benchmarks.smtp.contestant;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/** Angus as people use it: a message and a connection for each mail. */
final class AngusSend implements MailClient {
    private final Session session;

    AngusSend(Server server) {
        session = Session.getInstance(JakartaMail.properties(server));
    }

    @Override
    public MailSession open() {
        return mail -> {
            MimeMessage message = new MimeMessage(session);
            JakartaMail.fill(message, mail);
            Transport.send(message);
        };
    }
}
