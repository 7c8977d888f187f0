package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import java.nio.file.Path;

/** This library, in memory, with its SMTP transport. */
final class SmtpEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        Notifier notifier = FirstReport.notifier()
                .transport(SmtpTransport.of("smtps://mail.example.com", "provisioning@example.com"))
                .build();
        FirstReport.to(notifier, "salesforce");
        return notifier;
    }
}
