package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The clock of a database")
class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final DatabaseClock clock = new DatabaseClock(nanos::get, ZoneOffset.UTC, Micros.of(NOON));

    @Test
    @DisplayName("shows what the database told, and goes on by a counter, even when that begins anew")
    void goesOnByTheCounter() {
        assertThat(clock.instant()).isEqualTo(NOON);
        nanos.addAndGet(Duration.ofDays(3).toNanos());
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(3)));
    }

    @Test
    @DisplayName("follows the database, forth and back")
    void followsTheDatabase() {
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        clock.asked().accept(Micros.of(NOON.plusSeconds(7)));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));

        clock.asked().accept(Micros.of(NOON.minus(Duration.ofDays(2))));
        nanos.addAndGet(1_999);
        assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofDays(2)).plusNanos(1_000));
    }

    @Test
    @DisplayName("does not follow an answer that was long on its way, or waited while the process stood still")
    void leavesALateAnswerAside() {
        LongConsumer told = clock.asked();
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        told.accept(Micros.of(NOON));

        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("is the same in every zone")
    void isTheSameInEveryZone() {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        Clock zoned = clock.withZone(zone);
        clock.asked().accept(Micros.of(NOON.plusSeconds(7)));
        nanos.addAndGet(1_000_000);

        assertThat(zoned.getZone()).isEqualTo(zone);
        assertThat(zoned.instant())
                .isEqualTo(clock.instant())
                .isEqualTo(NOON.plusSeconds(7).plusMillis(1));
        assertThat(zoned.withZone(ZoneOffset.UTC).getZone()).isEqualTo(clock.getZone());
    }

    @Test
    @DisplayName("is what nodes agree on whose own clocks are wrong, and is never ahead of the database")
    void isWhatNodesAgreeOn() {
        String prefix = Postgres.freshPrefix();
        try (NotificationStore one = open(prefix);
                NotificationStore other = open(prefix)) {
            Clock first = one.clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            Clock second = other.clock(Clock.fixed(NOON.plus(Duration.ofDays(36_500)), ZoneOffset.UTC));
            one.read(Samples.APP);
            Instant early = first.instant();
            other.read(Samples.APP);
            Instant late = second.instant();

            assertThat(Duration.between(early, late)).isBetween(Duration.ofSeconds(-2), Duration.ofSeconds(5));
            assertThat(early).isBeforeOrEqualTo(ofTheDatabase());
        }
    }

    private static NotificationStore open(String prefix) {
        return JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open();
    }

    private static Instant ofTheDatabase() {
        return Micros.instant(Postgres.query(ServerCheck::micros));
    }
}
