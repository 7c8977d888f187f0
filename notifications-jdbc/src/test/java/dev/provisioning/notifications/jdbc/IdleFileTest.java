package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A notifier whose store is a file, in which nothing is due")
class IdleFileTest {
    private static final int MAILS = 50;
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final RecordingTransport mail = new RecordingTransport();
    private final ManualTime time = ManualTime.startingAt(Samples.NOON);

    @TempDir
    private Path directory;

    private Notifier notifier(NotificationStore store) {
        return Notifier.builder()
                .store(store)
                .transport(mail)
                .subscriptions(app -> Subscription.builder("Salesforce")
                        .recipient("team@example.com")
                        .build())
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build();
    }

    @Test
    @DisplayName("does not wake once in a year after all is sent, nor in the year after a restart")
    void sleeps() {
        Path file = directory.resolve("store.db");
        try (NotificationStore store = JdbcNotificationStore.file(file);
                Notifier notifier = notifier(store)) {
            for (int i = 0; i < MAILS; i++) {
                notifier.report(Issue.builder(AppId.of("contoso", "app-" + i), IssueKind.QUARANTINED)
                        .summary("Problem")
                        .build());
            }
            time.advance(Duration.ofMinutes(2));
            assertThat(mail.received()).hasSize(MAILS);

            assertThat(wakeUpsInAYear()).isZero();
        }
        try (NotificationStore store = JdbcNotificationStore.file(file);
                Notifier notifier = notifier(store)) {
            time.runDue();

            assertThat(wakeUpsInAYear()).isZero();
            assertThat(notifier.mails(AppId.of("contoso", "app-1"), 10)).hasSize(1);
        }
    }

    private long wakeUpsInAYear() {
        long before = time.wakeUps();
        time.advance(A_YEAR);
        return time.wakeUps() - before;
    }
}
