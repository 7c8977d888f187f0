package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("P1: at most one mail per application and day")
class OneADayTest {
    private final World world = new World();

    @Nested
    @DisplayName("whatever the clocks of the world do")
    class Clocks {
        @ParameterizedTest(name = "{0}, {1}")
        @CsvSource({
            "Europe/Amsterdam,    2026-03-28",
            "Europe/Amsterdam,    2026-10-24",
            "America/Havana,      2026-03-07",
            "America/Havana,      2026-10-31",
            "Asia/Beirut,         2026-03-28",
            "America/Sao_Paulo,   2018-11-03",
            "America/Sao_Paulo,   2018-02-16",
            "America/St_Johns,    2010-11-06",
            "Pacific/Apia,        2011-12-28",
            "Australia/Lord_Howe, 2026-04-04",
            "Australia/Lord_Howe, 2026-10-03"
        })
        void eachOfThreeDaysAroundAChangeGetsItsMail(ZoneId zone, LocalDate firstDay) {
            world.zone(zone.getId());
            Instant start = firstDay.atTime(9, 0).atZone(zone).toInstant();
            Node node = world.node(
                    start,
                    settings -> settings.policy(
                            World.policy().morning(LocalTime.MIDNIGHT).build()));

            for (int i = 0; i < 3 * 24 * 3; i++) {
                node.notifier.report(issue(i % 2 == 0 ? "again" : "new-" + i));
                node.advance(Duration.ofMinutes(20));
            }

            List<LocalDate> days = days(zone);
            assertThat(days).as("days with a mail").doesNotHaveDuplicates();
            assertThat(days)
                    .as("days without")
                    .containsExactlyElementsOf(firstDay.datesUntil(LocalDate.ofInstant(node.time.instant(), zone)
                                    .plusDays(1))
                            .filter(day -> exists(day, zone))
                            .toList());
        }

        @Test
        void theHourBeforeMidnightThatComesTwiceIsOneHour() {
            world.zone("America/St_Johns");
            Node node = world.node(Instant.parse("2010-11-07T02:33:00Z")); // 23:03, for the second time
            node.notifier.report(issue("a"));
            node.gather();
            assertThat(world.mail.received()).hasSize(1);

            node.notifier.report(issue("b"));
            node.time.advanceTo(Instant.parse("2010-11-07T03:29:59Z"));

            assertThat(world.mail.received()).hasSize(1);
        }

        @Test
        void theFirstMinuteOfADayThatIsTakenBackOpensNoSlotForTheRestOfTheDayBefore() {
            world.zone("America/St_Johns");
            Node node = world.node(Instant.parse("2010-11-06T15:00:00Z"));
            node.notifier.report(issue("a"));
            node.gather();

            node.time.advanceTo(
                    Instant.parse("2010-11-07T02:45:00Z")); // 23:15 of the same day, after 00:00 of the next
            node.notifier.report(issue("b"));
            node.time.advanceTo(Instant.parse("2010-11-07T03:29:59Z"));

            assertThat(days(ZoneId.of("America/St_Johns"))).containsExactly(LocalDate.of(2010, 11, 6));
        }

        private boolean exists(LocalDate day, ZoneId zone) {
            return day.atTime(12, 0).atZone(zone).toLocalDate().equals(day);
        }

        private List<LocalDate> days(ZoneId zone) {
            return world.mail.received().stream()
                    .map(Notification::date)
                    .map(left -> LocalDate.ofInstant(left, zone))
                    .toList();
        }
    }

    @Nested
    @DisplayName("whenever it is switched off and on again")
    class Switching {
        private final Node node = world.node();

        private void offAndOn() {
            world.switchOff();
            node.notifier.deactivate(APP);
            world.switchOn();
        }

        @Test
        void whileAMailIsGathered() {
            node.notifier.report(issue("before"));
            node.advance(Duration.ofSeconds(30));
            offAndOn();
            node.notifier.report(issue("after"));

            node.advance(Duration.ofSeconds(45));
            assertThat(world.mail.attempted()).as("it starts afresh").isEmpty();
            node.advance(Duration.ofHours(8));

            assertThat(world.named()).containsExactly(List.of("after"));
        }

        @Test
        void whileAMailIsSent() {
            node.notifier.report(issue("before"));
            world.mail.nextDoes((notification, point) -> {
                offAndOn();
                node.notifier.report(issue("after"));
                return world.mail.accept(notification, point);
            });

            node.advance(Duration.ofHours(8));

            assertThat(world.named()).containsExactly(List.of("after"));
        }

        @Test
        void afterTheMailHasPassedThePointOfNoReturn() {
            node.notifier.report(issue("before"));
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult accepted = world.mail.accept(notification, point);
                offAndOn();
                assertThat(node.notifier.report(issue("after"))).isEqualTo(Disposition.HELD);
                return accepted;
            });

            node.advance(Duration.ofHours(8));
            assertThat(world.named()).containsExactly(List.of("before"));

            node.advance(Duration.ofDays(1));
            assertThat(world.named()).containsExactly(List.of("before"), List.of("after"));
        }

        @Test
        void whileAMailIsTriedAgain() {
            world.mail.nextAnswers(DeliveryResult.retry(Stage.SENDER, "450 later"));
            node.notifier.report(issue("before"));
            node.gather();
            offAndOn();
            node.notifier.report(issue("after"));

            node.advance(Duration.ofHours(8));

            assertThat(world.named()).containsExactly(List.of("after"));
            assertThat(world.mail.received().get(0).id())
                    .isEqualTo(world.mail.attempted().get(0).id());
        }

        @Test
        void withoutBeingToldAboutIt() {
            node.notifier.report(issue("before"));
            world.switchOff();
            node.gather();
            assertThat(world.mail.attempted()).isEmpty();
            assertThat(node.notifier.report(issue("meanwhile"))).isEqualTo(Disposition.IGNORED);

            world.switchOn();
            node.notifier.report(issue("after"));
            node.advance(Duration.ofHours(8));

            assertThat(world.named()).containsExactly(List.of("after"));
        }
    }

    @Nested
    @DisplayName("even if the policy answers what it must not")
    class BrokenPolicy {
        @Test
        @ExpectsWarnings
        void thatTheNextSlotHasBeenOpenSinceBeforeTheLastWasUsed() {
            NotificationPolicy policy = new BreakablePolicy() {
                @Override
                public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
                    return usedAt.minusSeconds(1);
                }
            };
            Node node = world.node(World.START, settings -> settings.policy(policy));
            for (String key : List.of("a", "b", "c")) {
                node.notifier.report(issue(key));
                node.gather();
            }

            assertThat(world.named()).containsExactly(List.of("a"));
        }
    }
}
