package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code samples of the README that are about stores; {@link ReadmeTest} checks that they are these. */
class StoreSamplesTest {
    private final AppId salesforce = AppId.of("contoso", "salesforce");
    private final Issue issue = Issue.builder(salesforce, IssueKind.QUARANTINED)
            .summary("Salesforce is in quarantine")
            .build();
    private final SubscriptionSource administrators = app -> Subscription.builder("Salesforce")
            .recipient("salesforce-owners@example.com")
            .build();
    private final Transport mail = new RecordingTransport();

    @TempDir
    private Path directory;

    @Test
    void keepingAFile() {
        // region file
        NotificationStore store = JdbcNotificationStore.file(directory.resolve("notifications.db"));
        Notifier notifier = Notifier.builder()
                .subscriptions(administrators)
                .transport(mail)
                .store(store)
                .build();
        // endregion

        assertThat(notifier.report(issue)).isEqualTo(Disposition.HELD);
        notifier.close();
        store.close();
        try (NotificationStore next = JdbcNotificationStore.file(directory.resolve("notifications.db"))) {
            assertThat(next.read(salesforce).held()).hasSize(1);
        }
    }

    @Test
    void sharingADatabase() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            share(postgres.getPostgresDatabase());
        }
    }

    private void share(DataSource dataSource) throws SQLException {
        // region shared
        JdbcNotificationStore store = JdbcNotificationStore.shared(dataSource);
        // endregion

        String account = "A001";
        // region transactional
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            disable(account, connection);
            store.transactional(connection).report(issue);
            connection.commit(); // from here on it waits for a mail; after a rollback it never was
        }
        // endregion

        ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        try (Notifier notifier = Notifier.builder()
                .subscriptions(administrators)
                .transport(mail)
                .store(store)
                .scheduler(time)
                .executor(time)
                .build()) {
            time.advance(Duration.ofSeconds(1));
            assertThat(notifier.explain(salesforce).heldIssues()).isEqualTo(1);
        }
    }

    private static void disable(String account, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table disabled as select '" + account + "' as account");
        }
    }
}
