package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule 15: the later counts of when the slot was stored to open and of what the policy says now")
class TimeRulesTest {
    private final World world = new World();

    @Test
    void aZoneFurtherEastDoesNotOpenASecondSlotTheSameDay() {
        world.zone("America/Los_Angeles");
        Node node = world.node(Instant.parse("2026-03-02T09:00:00Z")); // 01:00 in Los Angeles
        node.notifier.report(issue("a"));
        node.gather();

        world.zone("Pacific/Auckland"); // where it is 22:02, and a new day in two hours
        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(12)); // till one in the afternoon in Los Angeles

        assertThat(world.mail.received()).hasSize(1);
        node.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(2);
    }

    @Test
    void aZoneFurtherWestDoesNotEither() {
        world.zone("Pacific/Auckland");
        Node node = world.node(Instant.parse("2026-03-02T10:00:00Z")); // 23:00 in Auckland
        node.notifier.report(issue("a"));
        node.gather();

        world.zone("America/Los_Angeles"); // where it is 02:02 of the same day
        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(20));

        assertThat(world.mail.received()).hasSize(1);
        node.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(2);
    }

    @Test
    void aSlotThatOpensLaterInAnotherZoneIsNotClaimedBefore() {
        world.zone("Pacific/Auckland");
        Node node = world.node(Instant.parse("2026-03-02T10:00:00Z")); // 23:00 in Auckland
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.report(issue("b"));

        world.zone("America/Los_Angeles");
        node.advance(Duration.ofHours(20)); // beyond the morning in Auckland, and up to 22:02 of the same day

        assertThat(world.mail.attempted()).hasSize(1);
        node.advance(Duration.ofHours(12));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void theQuestionIsAskedAgainAtTheMark() {
        Node node = world.node(Instant.parse("2026-03-02T23:50:00Z"));
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.report(issue("b"));
        world.mail.nextDoes((notification, point) -> {
            node.time.jump(Duration.ofHours(-9)); // back into the day whose mail has left
            return world.mail.accept(notification, point);
        });

        node.advance(Duration.ofHours(9));

        assertThat(world.mail.attempted()).hasSize(2);
        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.GATHERING);

        node.advance(Duration.ofDays(1));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aClockThatWasTenYearsAheadDoesNotSilenceAnApplication() {
        Node node = world.node();
        node.time.jump(Duration.ofDays(3650));
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(world.mail.received()).hasSize(1);
        node.time.jump(Duration.ofDays(-3650));

        node.notifier.report(issue("b"));
        node.advance(Duration.ofDays(2));

        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
        assertThat(Duration.between(node.time.instant(), world.ledger().slot().opensAt()))
                .isLessThan(Duration.ofDays(1));
    }

    @Test
    void aReportThatBeganBeforeTheClocksWereSetDoesNotGoByTheTimeOfThen() {
        Node slow = world.node();
        Node other = world.node();
        world.store.beforeNext(ledger -> ledger.entries().containsKey("b"), () -> {
            slow.time.jump(Duration.ofDays(3650));
            other.time.jump(Duration.ofDays(3650));
            other.notifier.report(issue("a"));
            other.gather();
        });

        slow.notifier.report(issue("b"));
        slow.gather();

        assertThat(world.named()).containsExactly(List.of("a"));
    }

    @Test
    void aMailThatWasDueTenYearsAheadIsSentSoonAfterTheClockIsRight() {
        Node node = world.node();
        node.time.jump(Duration.ofDays(3650));
        node.notifier.report(issue("a"));
        node.time.jump(Duration.ofDays(-3650));

        node.advance(Duration.ofHours(3));

        assertThat(world.named()).containsExactly(List.of("a"));
    }

    @Test
    void aClockSetBackThreeDaysCausesNoSecondMailForAnyDay() {
        Node node = world.node();
        node.notifier.report(issue("a"));
        node.gather();
        node.time.jump(Duration.ofDays(-3));
        node.notifier.report(issue("a"));

        node.advance(Duration.ofDays(3));
        assertThat(world.mail.received()).hasSize(1);

        node.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(2);
    }

    @Test
    void aClockSetForwardADayAndBackCausesNoSecondMailForAnyDay() {
        Node node = world.node();
        node.time.jump(Duration.ofDays(1));
        node.notifier.report(issue("a"));
        node.gather();
        node.time.jump(Duration.ofDays(-1));
        node.notifier.report(issue("a"));

        node.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(1);
        node.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(2);
    }

    @Test
    void aWindowOfAMonthIsNotTakenForAWrongClock() {
        Duration month = Duration.ofDays(31);
        Node node = world.node(
                World.START,
                settings -> settings.policy(World.policy().rolling(month).build()));
        node.notifier.report(issue("a"));
        node.gather();
        Instant left = world.mail.received().get(0).date();
        node.notifier.report(issue("a"));

        node.time.advanceTo(left.plus(month).plus(Duration.ofDays(1)));

        assertThat(world.mail.received()).hasSize(2);
        assertThat(world.mail.received().get(1).date()).isAfterOrEqualTo(left.plus(month));
    }

    @Test
    void aRollingPeriodDoesNotCareAboutMidnight() {
        Node node = world.node(
                World.START,
                settings -> settings.policy(World.policy()
                        .rolling(Duration.ofHours(24))
                        .morning(LocalTime.MIDNIGHT)
                        .build()));
        node.notifier.report(issue("a"));
        node.gather();
        Instant left = world.mail.received().get(0).date();
        node.notifier.report(issue("a"));

        node.time.advanceTo(left.plus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(world.mail.received()).hasSize(1);
        node.time.advanceTo(left.plus(Duration.ofHours(24)));
        assertThat(world.mail.received()).hasSize(2);
    }
}
