package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every zone of the world, any day, and above all around the changes of its clocks. */
class DailyPolicyPropertiesTest {
    private static final DailyPolicy POLICY = DailyPolicy.standard();
    private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2050-01-01T00:00:00Z");

    /** A moment somewhere. */
    record Moment(ZoneId zone, Instant at) {
        LocalDate day() {
            return day(at);
        }

        LocalDate day(Instant other) {
            return other.atZone(zone).toLocalDate();
        }
    }

    @Provide
    Arbitrary<Moment> anyMoment() {
        return Combinators.combine(zones(), seconds()).as((zone, at) -> new Moment(zone, Instant.ofEpochSecond(at)));
    }

    /** Within three hours of a change of the clocks, if the zone knows one. */
    @Provide
    Arbitrary<Moment> momentOfChange() {
        Arbitrary<Integer> around = Arbitraries.integers().between(-180 * 60, 180 * 60);
        return Combinators.combine(zones(), seconds(), around).as((zone, at, seconds) -> {
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(at));
            Instant near = change == null ? Instant.ofEpochSecond(at) : change.getInstant();
            return new Moment(zone, near.plusSeconds(seconds));
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aSlotOpensOnALaterDayThanTheLastMailLeft(@ForAll("anyMoment") Moment used) {
        opensOnALaterDay(used);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void soItDoesWhenTheClocksChange(@ForAll("momentOfChange") Moment used) {
        opensOnALaterDay(used);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aLaterMailOpensTheNextSlotNoEarlier(
            @ForAll("momentOfChange") Moment used, @ForAll("minutesLater") long minutes) {
        Moment later = new Moment(used.zone(), used.at().plusSeconds(60 * minutes));
        if (later.day().isBefore(used.day())) {
            return; // the clock went back over midnight: the day that had begun was not over
        }

        assertThat(POLICY.opensAt(APP, later.at(), later.zone()))
                .isAfterOrEqualTo(POLICY.opensAt(APP, used.at(), used.zone()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noMailIsDueBeforeItsSlotOpens(
            @ForAll("momentOfChange") Moment opens,
            @ForAll("minutesLater") long minutesBefore,
            @ForAll("mornings") LocalTime morning) {
        DailyPolicy policy =
                DailyPolicy.builder().morning(morning).spread(Duration.ZERO).build();
        Instant held = opens.at().minusSeconds(60 * minutesBefore);

        Instant due = policy.dueAt(APP, held, opens.at(), opens.zone());

        assertThat(due)
                .isBetween(opens.at(), opens.at().plus(Duration.ofDays(1)).plus(Duration.ofHours(2)));
    }

    private static void opensOnALaterDay(Moment used) {
        Instant opens = POLICY.opensAt(APP, used.at(), used.zone());

        assertThat(opens).isAfter(used.at()).isBeforeOrEqualTo(used.at().plus(POLICY.longestWindow()));
        assertThat(used.day(opens)).isAfter(used.day());
    }

    @Provide
    Arbitrary<Long> minutesLater() {
        return Arbitraries.longs().between(0, 3 * 24 * 60);
    }

    @Provide
    Arbitrary<LocalTime> mornings() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIDNIGHT.plusMinutes(minute));
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    private static Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(FROM.getEpochSecond(), TO.getEpochSecond());
    }
}
