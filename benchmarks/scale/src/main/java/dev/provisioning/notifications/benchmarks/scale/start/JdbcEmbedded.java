package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.smtp.SmtpTransport;
import java.nio.file.Path;

/** This library, with its SMTP transport and its store in a file that is not there yet. */
final class JdbcEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        Notifier notifier = FirstReport.notifier()
                .store(JdbcNotificationStore.file(directory.resolve("embedded.sqlite")))
                .transport(SmtpTransport.of("smtps://mail.example.com", "provisioning@example.com"))
                .build();
        FirstReport.to(notifier, "salesforce");
        return notifier;
    }
}
