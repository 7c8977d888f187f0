package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store in a file, of which an application is erased")
class ErasedFileTest {
    @TempDir
    private Path directory;

    private final ManualTime time = ManualTime.startingAt("2026-03-02T12:00:00Z");

    private Notifier notifier(NotificationStore store) {
        return Notifier.builder()
                .transport((mail, point) -> {
                    point.pass();
                    return DeliveryResult.accepted(mail);
                })
                .subscriptions(app -> Subscription.builder("Salesforce")
                        .recipient("erika.mustermann@example.com")
                        .build())
                .store(store)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .build();
    }

    private static Issue issue(String key) {
        return Issue.builder(APP, IssueKind.QUARANTINED)
                .key(key)
                .summary("The account of Mustermann fails")
                .build();
    }

    @Test
    @DisplayName("has not one of its words left in any of its files, open or closed")
    void leavesNoTrace() throws IOException {
        try (NotificationStore store = JdbcNotificationStore.file(directory.resolve("store.db"));
                Notifier notifier = notifier(store)) {
            for (int day = 0; day < 5; day++) {
                notifier.report(issue("a" + day));
                notifier.report(issue("b" + day));
                time.advance(Duration.ofDays(1));
            }
            notifier.report(issue("c"));
            assertThat(filesWith("ustermann")).isNotEmpty();

            notifier.erase(APP);

            assertThat(filesWith("ustermann")).isEmpty();
        }
        assertThat(filesWith("ustermann")).isEmpty();
    }

    private List<Path> filesWith(String word) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    found.add(file.getFileName());
                }
            }
        }
        return found;
    }
}
