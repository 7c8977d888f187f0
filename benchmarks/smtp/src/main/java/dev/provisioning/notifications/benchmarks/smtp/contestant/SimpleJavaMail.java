package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import java.io.IOException;
import java.util.Date;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Simple Java Mail, with one mailer for all sessions. If its batch module is on the class path, it keeps connections. */
final class SimpleJavaMail implements MailClient {
    private final Mailer mailer;

    SimpleJavaMail(Server server, int sessions) {
        mailer = MailerBuilder.withSMTPServer(Server.HOST, server.port())
                .withTransportStrategy(server.tls() ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
                .withCustomSSLFactoryInstance(server.context().getSocketFactory())
                .withProperty("mail.smtp.localhost", Server.HELLO)
                .withProperty("mail.smtps.localhost", Server.HELLO)
                .withConnectionPoolMaxSize(sessions)
                .buildMailer();
    }

    @Override
    public MailSession open() {
        return mail -> mailer.sendMail(email(mail)).get();
    }

    @Override
    public void close() throws IOException {
        try {
            mailer.close();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Email email(Notification mail) {
        return EmailBuilder.startingBlank()
                .from(SampleMail.FROM)
                .to(mail.recipients().get(0).address())
                .withSubject(mail.subject())
                .fixingSentDate(Date.from(mail.date()))
                .withHeader("In-Reply-To", "<" + mail.threadId() + "@example.com>")
                .withHeader("References", "<" + mail.threadId() + "@example.com>")
                .withHeader("Auto-Submitted", "auto-generated")
                .withHeader("X-Auto-Response-Suppress", "All")
                .withHeader("Content-Language", mail.language().toLanguageTag())
                .withPlainText(mail.text())
                .withHTMLText(mail.html())
                .buildEmail();
    }
}
