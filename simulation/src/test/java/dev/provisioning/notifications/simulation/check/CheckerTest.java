package dev.provisioning.notifications.simulation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The checker of simulated months")
class CheckerTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final String TEAM = "team@example.com";

    private final Journal journal =
            new Journal(new Journal.Rules(START, 0, 0, true, false, false, true, true, 2, 1, Long.MAX_VALUE));
    private Duration ahead = Duration.ZERO;
    private int deliveries;

    CheckerTest() {
        journal.add(new Note.ClockSet(0, 0, 0));
        journal.add(new Note.Started(0, 0));
        subscribed(true, TEAM);
    }

    private void subscribed(boolean active, String recipient) {
        journal.add(new Note.Subscribed(0, active, List.of(recipient), "UTC"));
    }

    private void reported(double hours, String key, String answer) {
        journal.add(new Note.Reported(nanos(hours), journal.next(), 0, 0, key, "alpha", true, answer));
    }

    /** A mail that is composed and passes its point, to be accepted and answered by whoever asked. */
    private int passed(double hours, long slot, String... keys) {
        Map<String, Listing.Item> items = new TreeMap<>();
        List.of(keys).forEach(key -> items.put(key, new Listing.Item(1, false)));
        Listing listing = new Listing(items, Map.of(), Set.of(), Set.of());
        journal.add(
                new Note.DeliveryBegan(nanos(hours), deliveries, 0, 0, "mail." + slot, slot, List.of(TEAM), listing));
        Instant mark = START.plusNanos(nanos(hours)).plus(ahead);
        journal.add(new Note.Passed(nanos(hours), journal.next(), deliveries, true, mark, List.of("UTC")));
        return deliveries++;
    }

    private void accepted(double hours, long slot, String... keys) {
        int delivery = passed(hours, slot, keys);
        journal.add(new Note.Accepted(nanos(hours), delivery));
        journal.add(new Note.Recorded(0, slot));
        journal.add(new Note.Answered(nanos(hours), delivery, Note.Answer.ACCEPTED));
    }

    private static long nanos(double hours) {
        return (long) (hours * Duration.ofHours(1).toNanos());
    }

    private List<Promise> broken() {
        return Checker.check(journal).stream().map(Violation::promise).toList();
    }

    @Test
    void findsNothingWrongWithOneMailADayThatTellsAll() {
        reported(0, "k1", "HELD");
        accepted(1, 1, "k1");
        reported(2, "k2", "HELD");
        accepted(20, 2, "k2");

        assertThat(broken()).isEmpty();
    }

    @Test
    void findsTwoMailsOfOneDay() {
        accepted(1, 1, "k1");
        accepted(2, 2, "k1");

        assertThat(broken()).containsExactly(Promise.ONE_A_DAY);
    }

    @Test
    void findsTwoMailsOfOneSlot() {
        accepted(1, 1, "k1");
        accepted(30, 1, "k1");

        assertThat(broken()).containsExactly(Promise.ONE_A_DAY);
    }

    /** A mail whose mark is ten years ahead, by a clock that is so for an hour. */
    private void acceptedAheadOfTime() {
        journal.add(new Note.ClockSet(nanos(1), 0, nanos(24 * 3_650)));
        ahead = Duration.ofDays(3_650);
        accepted(1, 1, "k1");
        ahead = Duration.ZERO;
        journal.add(new Note.ClockSet(nanos(2), 0, 0));
    }

    @Test
    void findsASecondMailOnTheDayOnWhichAClockIsRightAgain() {
        acceptedAheadOfTime();
        accepted(3, 2, "k1");

        assertThat(broken()).containsExactly(Promise.ONE_A_DAY);
    }

    @Test
    void excusesASecondMailOnTheDayAfter() {
        acceptedAheadOfTime();
        accepted(20, 2, "k1");

        assertThat(broken()).isEmpty();
    }

    @Test
    void findsWhatNobodyWasToldOf() {
        reported(0, "k1", "HELD");
        accepted(1, 1, "k2");

        assertThat(broken()).containsOnly(Promise.NOTHING_LOST).isNotEmpty();
    }

    @Test
    void findsWhatWasReportedAgainAfterItsMailWasComposed() {
        reported(0, "k1", "HELD");
        int delivery = passed(1, 1, "k1");
        reported(1, "k1", "HELD");
        journal.add(new Note.Accepted(nanos(1), delivery));
        journal.add(new Note.Recorded(0, 1));

        assertThat(broken()).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void excusesWhatIsResolvedOrSwitchedOff() {
        reported(0, "k1", "HELD");
        journal.add(new Note.Resolved(0, journal.next(), 0, 0, "k1", "RESOLVED"));
        reported(0, "k2", "HELD");
        subscribed(false, TEAM);

        assertThat(broken()).isEmpty();
    }

    @Test
    void excusesWhatANodeHadCountedRightBeforeItDied() {
        reported(0.5, "k1", "MERGED");
        journal.add(new Note.Ended(nanos(0.5) + 1, 0, false));

        assertThat(broken()).isEmpty();
    }

    @Test
    void findsWhatANodeHadTimeToWriteBeforeItDied() {
        reported(0, "k1", "MERGED");
        journal.add(new Note.Ended(nanos(1), 0, false));

        assertThat(broken()).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void findsWhatAMailInDoubtHasToldAndNoOtherHasToldAgain() {
        reported(0, "k1", "HELD");
        int delivery = passed(1, 1, "k1");
        journal.add(new Note.Accepted(nanos(1), delivery));
        journal.add(new Note.Answered(nanos(1), delivery, Note.Answer.DOUBT));

        assertThat(broken()).containsExactly(Promise.NOTHING_LOST);
    }

    @Test
    void findsAMailThatNobodyWanted() {
        subscribed(false, TEAM);
        accepted(1, 1, "k1");

        assertThat(broken()).containsExactly(Promise.NEVER_TO_THE_WRONG_PERSON);
    }

    @Test
    void findsAMailToSomebodyElse() {
        subscribed(true, "others@example.com");
        accepted(1, 1, "k1");

        assertThat(broken()).containsExactly(Promise.NEVER_TO_THE_WRONG_PERSON);
    }

    @Test
    void findsDeliveriesThatBeginTooFast() {
        accepted(1, 1, "k1");
        accepted(1.0001, 2, "k1");

        assertThat(broken()).contains(Promise.NOTHING_BUT_TIME);
    }

    @Test
    void findsAnIssueThatIsIgnoredWithoutAReason() {
        reported(0, "k1", "IGNORED");

        assertThat(broken()).containsExactly(Promise.NEVER_IN_THE_WAY);
    }

    @Test
    void readsPlainWordsToo() {
        Listing listing = Listing.of("""
                Account provisioning to App1 has more than 2 problems.
                1. Problem k1
                   Beta (critical), reported once, since then, last seen now.
                   A mail that may have arrived has named it already.
                2. Problem k2
                   Gamma (critical), reported 3 times, since then, last seen now.

                And 1 more that are not listed here:
                - Delta: 1

                More reports, which could only be counted:
                - Alpha: 7

                The next mail about App1 comes later.
                """);

        assertThat(listing.items())
                .isEqualTo(Map.of("k1", new Listing.Item(1, true), "k2", new Listing.Item(3, false)));
        assertThat(listing.unnamed()).containsExactly("delta");
        assertThat(listing.counted()).isEqualTo(Map.of("alpha", 7L));
    }
}
