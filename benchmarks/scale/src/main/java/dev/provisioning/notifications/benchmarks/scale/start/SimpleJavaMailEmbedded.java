package dev.provisioning.notifications.benchmarks.scale.start;

import java.nio.file.Path;
import org.simplejavamail.mailer.MailerBuilder;

/** Simple Java Mail, with a mailer. */
final class SimpleJavaMailEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        return MailerBuilder.withSMTPServer("mail.example.com", 587).buildMailer();
    }
}
