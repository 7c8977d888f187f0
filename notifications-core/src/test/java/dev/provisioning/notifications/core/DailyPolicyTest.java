package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final DailyPolicy STANDARD = DailyPolicy.standard();
    private static final DailyPolicy UNSPREAD = World.policy().build();

    @Nested
    class WhoDeservesAPerson {
        @Test
        void criticalAndWorseByDefault() {
            assertThat(STANDARD.admits(issue("a", Severity.INFO))).isFalse();
            assertThat(STANDARD.admits(issue("a", Severity.WARNING))).isFalse();
            assertThat(STANDARD.admits(issue("a", Severity.CRITICAL))).isTrue();
            assertThat(STANDARD.admits(issue("a", Severity.URGENT))).isTrue();
        }

        @Test
        void whateverReachesTheThreshold() {
            DailyPolicy policy =
                    DailyPolicy.builder().threshold(Severity.WARNING).build();

            assertThat(policy.admits(issue("a", Severity.INFO))).isFalse();
            assertThat(policy.admits(issue("a", Severity.WARNING))).isTrue();
        }
    }

    @Nested
    class WhenASlotOpens {
        @ParameterizedTest(name = "{0}: used at {1}, opens at {2}")
        @CsvSource({
            "UTC,                 2026-03-02T00:00:00Z, 2026-03-03T00:00:00Z",
            "UTC,                 2026-03-02T23:59:59Z, 2026-03-03T00:00:00Z",
            "Asia/Kolkata,        2026-03-02T18:29:59Z, 2026-03-02T18:30:00Z",
            // A day of 23 hours, and one of 25
            "Europe/Amsterdam,    2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
            "Europe/Amsterdam,    2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
            // Both passes of the hour from 02:00 to 03:00 are one day
            "Europe/Amsterdam,    2026-10-25T00:30:00Z, 2026-10-25T23:00:00Z",
            "Europe/Amsterdam,    2026-10-25T01:30:00Z, 2026-10-25T23:00:00Z",
            // Days that begin at 01:00, because midnight is skipped
            "America/Havana,      2026-03-08T04:59:59Z, 2026-03-08T05:00:00Z",
            "Asia/Beirut,         2026-03-28T21:00:00Z, 2026-03-28T22:00:00Z",
            "America/Sao_Paulo,   2018-11-04T02:59:59Z, 2018-11-04T03:00:00Z",
            // A day whose midnight comes twice: the first one counts
            "America/Havana,      2026-10-31T16:00:00Z, 2026-11-01T04:00:00Z",
            "America/Havana,      2026-11-01T04:30:00Z, 2026-11-02T05:00:00Z",
            // A day that ends with its last hour twice
            "America/Sao_Paulo,   2018-02-18T01:30:00Z, 2018-02-18T03:00:00Z",
            "America/Sao_Paulo,   2018-02-18T02:30:00Z, 2018-02-18T03:00:00Z",
            // The clock goes from 00:01 back to 23:01 of the day before, whose rest is no new day: the second midnight
            // counts
            "America/St_Johns,    2010-11-06T15:00:00Z, 2010-11-07T03:30:00Z",
            "America/St_Johns,    2010-11-07T02:00:00Z, 2010-11-07T03:30:00Z",
            "America/St_Johns,    2010-11-07T02:30:30Z, 2010-11-08T03:30:00Z",
            "America/St_Johns,    2010-11-07T02:45:00Z, 2010-11-07T03:30:00Z",
            // 30 December 2011 does not exist in Samoa
            "Pacific/Apia,        2011-12-30T09:59:59Z, 2011-12-30T10:00:00Z",
            "Pacific/Apia,        2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
            // Daylight saving of half an hour
            "Australia/Lord_Howe, 2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z",
            "Australia/Lord_Howe, 2026-10-03T13:30:00Z, 2026-10-04T13:00:00Z"
        })
        void atTheStartOfTheNextCalendarDay(ZoneId zone, Instant used, Instant opens) {
            assertThat(STANDARD.opensAt(APP, used, zone)).isEqualTo(opens);
        }

        @Test
        void aPeriodAfterTheLastMailIfItRolls() {
            DailyPolicy policy =
                    DailyPolicy.builder().rolling(Duration.ofHours(24)).build();

            assertThat(policy.opensAt(APP, NOON, ZoneId.of("Europe/Amsterdam"))).isEqualTo(NOON.plusSeconds(86_400));
        }

        @Test
        void withoutCreepingFromDayToDayIfItRolls() {
            DailyPolicy policy =
                    DailyPolicy.builder().rolling(Duration.ofHours(24)).build();
            Instant opens = policy.opensAt(APP, NOON, UTC);

            assertThat(policy.dueAt(APP, NOON, opens, UTC)).isEqualTo(opens);
        }

        @Test
        void onTheNextDayAgainIfItRollsNoMore() {
            DailyPolicy policy = DailyPolicy.builder()
                    .rolling(Duration.ofHours(24))
                    .calendarDay()
                    .build();

            assertThat(policy.opensAt(APP, NOON, UTC)).isEqualTo("2026-03-03T00:00:00Z");
        }

        @Test
        void notSoonAfterAMailOfLateLastNight() {
            DailyPolicy policy =
                    DailyPolicy.builder().minimumGap(Duration.ofHours(8)).build();

            assertThat(policy.opensAt(APP, Instant.parse("2026-03-02T23:59:00Z"), UTC))
                    .isEqualTo("2026-03-03T07:59:00Z");
            assertThat(policy.opensAt(APP, NOON, UTC)).isEqualTo("2026-03-03T00:00:00Z");
        }
    }

    @Nested
    class WhenAMailIsDue {
        private final Instant midnight = Instant.parse("2026-03-03T00:00:00Z");

        @Test
        void aGatheringTimeAfterTheFirstIssueOfASlotThatNeverWasUsed() {
            assertThat(STANDARD.dueAt(APP, NOON, Instant.MIN, UTC)).isEqualTo("2026-03-02T12:01:00Z");
        }

        @Test
        void aGatheringTimeAfterTheFirstIssueOfAnOpenSlot() {
            DailyPolicy policy =
                    DailyPolicy.builder().gathering(Duration.ofMinutes(5)).build();

            assertThat(policy.dueAt(APP, NOON, NOON.minusSeconds(1), UTC)).isEqualTo("2026-03-02T12:05:00Z");
            assertThat(policy.dueAt(APP, NOON, NOON, UTC)).isEqualTo("2026-03-02T12:05:00Z");
        }

        @Test
        void inTheMorningForWhatWasKeptBack() {
            assertThat(UNSPREAD.dueAt(APP, NOON, midnight, UTC)).isEqualTo("2026-03-03T08:00:00Z");
        }

        @Test
        void asSoonAsTheSlotOpensIfThatIsLaterThanTheMorning() {
            Instant evening = midnight.plus(Duration.ofHours(20));

            assertThat(UNSPREAD.dueAt(APP, NOON, evening, UTC)).isEqualTo(evening);
        }

        @Test
        void asSoonAsTheDayBeginsIfTheMorningIsMidnight() {
            DailyPolicy policy = World.policy().morning(LocalTime.MIDNIGHT).build();

            assertThat(policy.dueAt(APP, NOON, midnight, UTC)).isEqualTo(midnight);
        }

        @ParameterizedTest(name = "{0}: morning at {1}, opens at {2}, due at {3}")
        @CsvSource({
            "America/Sao_Paulo, 00:30, 2018-11-04T03:00:00Z, 2018-11-04T03:30:00Z",
            "Europe/Amsterdam,  02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z",
            "Europe/Amsterdam,  02:30, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z"
        })
        void asMuchLaterAsTheClockJumpsIfThereIsNoSuchMorning(
                ZoneId zone, LocalTime morning, Instant opens, Instant due) {
            DailyPolicy policy = World.policy().morning(morning).build();

            assertThat(policy.dueAt(APP, opens.minusSeconds(1), opens, zone)).isEqualTo(due);
        }
    }

    @Nested
    class Spreading {
        private final Instant midnight = Instant.parse("2026-03-03T00:00:00Z");
        private final Instant morning = Instant.parse("2026-03-03T08:00:00Z");

        private Duration offset(DailyPolicy policy, AppId app) {
            return Duration.between(morning, policy.dueAt(app, NOON, midnight, UTC));
        }

        @Test
        void givesAnApplicationItsOwnMinuteThatNeverChanges() {
            AppId workday = AppId.of("contoso", "workday");

            assertThat(offset(STANDARD, APP)).isEqualTo(offset(DailyPolicy.standard(), APP));
            assertThat(offset(STANDARD, APP)).isNotEqualTo(offset(STANDARD, workday));
            // Written down, because it must be the same in every process and version.
            assertThat(offset(STANDARD, workday)).isEqualTo(Duration.ofMillis(53_881));
        }

        @Test
        void isEvenOverTheWholeTime() {
            List<Long> minutes = IntStream.range(0, 10_000)
                    .mapToObj(i -> offset(STANDARD, AppId.of("tenant-" + i % 10, "application-" + i)))
                    .map(Duration::toMinutes)
                    .toList();

            assertThat(minutes).allMatch(minute -> minute >= 0 && minute < 10);
            assertThat(minutes.stream().collect(Collectors.groupingBy(m -> m, Collectors.counting())))
                    .hasSize(10)
                    .allSatisfy((minute, apps) -> assertThat(apps).isBetween(850L, 1_150L));
        }

        @Test
        void delaysNothingThatIsFresh() {
            assertThat(STANDARD.dueAt(APP, NOON, NOON, UTC)).isEqualTo(NOON.plusSeconds(60));
        }

        @Test
        void byLessThanAMillisecondIsNone() {
            DailyPolicy policy =
                    DailyPolicy.builder().spread(Duration.ofNanos(999_999)).build();

            assertThat(offset(policy, APP)).isZero();
        }
    }

    @Nested
    class Settings {
        @Test
        void areAllCheckedAtOnce() {
            DailyPolicy.Builder wrong = DailyPolicy.builder()
                    .gathering(Duration.ofSeconds(-1))
                    .rolling(Duration.ofSeconds(59))
                    .minimumGap(Duration.ofDays(32))
                    .spread(Duration.ofHours(25));

            assertThatThrownBy(wrong::build)
                    .asInstanceOf(type(InvalidConfigurationException.class))
                    .extracting(InvalidConfigurationException::faults)
                    .isEqualTo(List.of(
                            "policy.gathering is PT-1S, not from PT0S to PT24H",
                            "policy.rolling is PT59S, not from PT1M to PT744H",
                            "policy.minimumGap is PT768H, not from PT0S to PT744H",
                            "policy.spread is PT25H, not from PT0S to PT24H"));
        }

        @Test
        void mayBeAsFarOutAsTheirBounds() {
            DailyPolicy least = DailyPolicy.builder()
                    .gathering(Duration.ZERO)
                    .rolling(Duration.ofMinutes(1))
                    .spread(Duration.ZERO)
                    .build();
            DailyPolicy most = DailyPolicy.builder()
                    .gathering(Duration.ofDays(1))
                    .minimumGap(Duration.ofDays(31))
                    .spread(Duration.ofDays(1))
                    .build();

            assertThat(least.longestWindow()).isEqualTo(Duration.ofMinutes(1));
            assertThat(most.longestWindow()).isEqualTo(Duration.ofDays(31));
        }

        @Test
        void boundTheLongestWindow() {
            DailyPolicy gapAndPeriod = DailyPolicy.builder()
                    .rolling(Duration.ofDays(7))
                    .minimumGap(Duration.ofDays(3))
                    .build();

            assertThat(STANDARD.longestWindow()).isEqualTo(Duration.ofDays(2));
            assertThat(gapAndPeriod.longestWindow()).isEqualTo(Duration.ofDays(7));
        }
    }
}
