package dev.provisioning.notifications.benchmarks.smtp.contestant;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Spring, with one sender for all sessions; it connects for each call. */
final class SpringSender implements MailClient {
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SpringSender(Server server) {
        sender.setHost(Server.HOST);
        sender.setPort(server.port());
        sender.setJavaMailProperties(JakartaMail.properties(server));
    }

    @Override
    public MailSession open() {
        return mail -> sender.send(message -> JakartaMail.fill(message, mail));
    }
}
