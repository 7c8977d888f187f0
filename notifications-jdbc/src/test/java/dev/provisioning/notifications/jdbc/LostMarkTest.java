package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.FailingDataSource.Where;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ForwardingStore;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail whose mark a database does not confirm")
class LostMarkTest {
    private final FailingDataSource source = new FailingDataSource(Postgres.pool());
    private final JdbcNotificationStore store = JdbcNotificationStore.builder(source.proxy())
            .tablePrefix(Postgres.freshPrefix())
            .open();
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final RecordingTransport mail = new RecordingTransport();
    private final Notifier notifier = Notifier.builder()
            .transport(mail)
            .subscriptions(app -> Subscription.builder("Salesforce")
                    .recipient("team@example.com")
                    .build())
            .store(byTheTestsClock(store))
            .clock(time)
            .scheduler(time)
            .executor(time)
            .build();

    /** The store, but for its clock: the test's time passes faster. */
    private static NotificationStore byTheTestsClock(NotificationStore store) {
        return new ForwardingStore(store) {
            @Override
            public Clock clock(Clock own) {
                return own;
            }

            @Override
            public Optional<Duration> pollInterval() {
                return Optional.empty();
            }
        };
    }

    private void reportAndFailTheMark(Where where, String state) {
        mail.nextDoes((notification, point) -> {
            source.fail(where, "update", state);
            return mail.accept(notification, point);
        });
        assertThat(notifier.report(Samples.issue(APP, "a"))).isEqualTo(Disposition.HELD);
        time.advance(Duration.ofMinutes(2));
        assertThat(mail.attempted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57014", "53100", "25006"})
    @DisplayName("does not leave, and is sent a little later, if the mark has not been made")
    void isSentLaterIfNotMarked(String state) {
        reportAndFailTheMark(Where.BEFORE, state);
        assertThat(mail.received()).isEmpty();

        time.advance(Duration.ofHours(2));
        assertThat(mail.received()).hasSize(1);
        time.advance(Duration.ofDays(3));
        assertThat(mail.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01"})
    @DisplayName("does not leave either if the mark has been made and the answer was lost, and is not lost")
    void isNotLostIfMarked(String state) {
        reportAndFailTheMark(Where.AFTER, state);
        assertThat(mail.received()).isEmpty();

        time.advance(Duration.ofDays(3));
        assertThat(mail.received()).hasSize(1);
        assertThat(store.read(APP).slot().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    @DisplayName("leaves once, if the mark was rolled back and is made again")
    void leavesOnceIfRolledBack() {
        reportAndFailTheMark(Where.BEFORE, "40001");

        assertThat(mail.received()).hasSize(1);
        time.advance(Duration.ofDays(3));
        assertThat(mail.attempted()).hasSize(1);
    }
}
