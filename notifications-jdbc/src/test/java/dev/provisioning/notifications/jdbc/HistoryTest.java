package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.SentMail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The history of mails")
class HistoryTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path directory;

    private final String prefix = Postgres.freshPrefix();

    private NotificationStore open(Backend backend, Duration keepMails) {
        return backend.builder(directory, prefix).keepMails(keepMails).open();
    }

    private static void send(NotificationStore store, AppId app, Instant at) {
        Samples.write(store, Samples.mailed(store.read(app), at));
    }

    private static List<Long> slots(NotificationStore store, AppId app, int limit) {
        return store.mails(app, limit).stream().map(SentMail::slot).toList();
    }

    private static List<Long> fromTo(long newest, long oldest) {
        return LongStream.rangeClosed(oldest, newest)
                .mapToObj(slot -> newest + oldest - slot)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "has the mails of an application as they were recorded, the newest first, and no more than are asked for")
    void hasTheNewestFirst(Backend backend) {
        try (NotificationStore store = open(backend, DAY)) {
            for (int i = 0; i < 5; i++) {
                send(store, APP, NOON.plusSeconds(i));
                send(store, Samples.app("other"), NOON);
            }

            assertThat(store.mails(APP, 100))
                    .hasSize(5)
                    .startsWith(Samples.mail(5, NOON.plusSeconds(4)))
                    .endsWith(Samples.mail(1, NOON));
            assertThat(slots(store, APP, 2)).containsExactly(5L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has a mail once, though the ledger is written again and again while it is the last")
    void hasAMailOnce(Backend backend) {
        try (NotificationStore store = open(backend, DAY)) {
            send(store, APP, NOON);
            Samples.write(store, Samples.gathering(store.read(APP), "a"));
            Samples.write(store, Samples.gathering(store.read(APP), "b"));

            assertThat(slots(store, APP, 100)).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("forgets what is too old with what is added, the oldest first, and only a few at once")
    void forgetsAFewAtOnce(Backend backend) {
        int many = 2 * JdbcNotificationStore.FORGET_AT_ONCE + 5;
        try (NotificationStore store = open(backend, Duration.ofDays(90))) {
            for (int i = 0; i < many; i++) {
                send(store, APP, NOON.plusSeconds(i));
            }
            assertThat(slots(store, APP, 100)).isEqualTo(fromTo(many, 1));
        }
        try (NotificationStore store = open(backend, DAY)) {
            send(store, Samples.app("other"), NOON.plus(DAY).plusSeconds(many));
            assertThat(slots(store, APP, 100)).isEqualTo(fromTo(many, JdbcNotificationStore.FORGET_AT_ONCE + 1));

            send(store, Samples.app("other"), NOON.plus(DAY).plusSeconds(many));
            assertThat(slots(store, APP, 100)).isEqualTo(fromTo(many, many - 4));

            send(store, Samples.app("other"), NOON.plus(DAY).plusSeconds(many));
            assertThat(slots(store, APP, 100)).isEmpty();
            assertThat(slots(store, Samples.app("other"), 100)).containsExactly(3L, 2L, 1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("forgets nothing of the day that it is to keep")
    void keepsWhatItIsToKeep(Backend backend) {
        try (NotificationStore store = open(backend, DAY)) {
            send(store, APP, NOON.minusNanos(1_000));
            send(store, APP, NOON);
            send(store, Samples.app("other"), NOON.plus(DAY));

            assertThat(slots(store, APP, 100)).containsExactly(2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("has but the last mail, if mails are not to be kept")
    void hasTheLastIfNothingIsKept(Backend backend) {
        try (NotificationStore store = open(backend, Duration.ZERO)) {
            send(store, APP, NOON);
            send(store, APP, NOON.plusSeconds(1));

            assertThat(slots(store, APP, 100)).containsExactly(2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is gone once the application is erased, and only of this one; the ledger stays")
    void isErased(Backend backend) {
        try (NotificationStore store = open(backend, DAY)) {
            send(store, APP, NOON);
            send(store, Samples.app("other"), NOON);
            Ledger ledger = store.read(APP);

            store.erase(APP);

            assertThat(store.mails(APP, 100)).isEmpty();
            assertThat(store.mails(Samples.app("other"), 100)).hasSize(1);
            assertThat(store.read(APP)).isEqualTo(ledger);
        }
    }
}
