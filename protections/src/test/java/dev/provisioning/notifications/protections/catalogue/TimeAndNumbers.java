package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Rules 15 and 16, and the daily policy. */
final class TimeAndNumbers {
    private TimeAndNumbers() {}

    static List<Mutation> all() {
        return List.of(
                without("the present zone counts, too")
                        .hole(Hole.STORED)
                        .in(CORE, "SlotMachine")
                        .replace("return stored.isAfter(present) ? stored : present;", "return stored;")
                        .whichMeans("a change of zone opens a second slot the same day")
                        .isNoticedBy("TimeRulesTest#aZoneFurtherWestDoesNotEither"),
                without("what was stored with the mark counts, too")
                        .hole(Hole.RECOMPUTE)
                        .in(CORE, "SlotMachine")
                        .replace("return stored.isAfter(present) ? stored : present;", "return present;")
                        .whichMeans("a change of zone opens a second slot the same day")
                        .isNoticedBy("TimeRulesTest#aZoneFurtherEastDoesNotOpenASecondSlotTheSameDay"),
                without("whether the slot is open is asked at the claim")
                        .rule("15")
                        .in(CORE, "SlotMachine")
                        .replace("return notNow(ledger, postponed(ledger, slot, zone, now));", "")
                        .replace(
                                "if (now.isBefore(opensAt(ledger.app(), slot, zone))) { } return new Step<>(ledger.successor(slot.claimed(",
                                "return new Step<>(ledger.successor(slot.claimed(")
                        .whichMeans("a slot is claimed, composed and connected for, again and again, before it opens")
                        .isNoticedBy("TimeRulesTest#aSlotThatOpensLaterInAnotherZoneIsNotClaimedBefore"),
                without("whether the slot is open is asked again at the mark")
                        .hole(Hole.CLAIM)
                        .in(CORE, "SlotMachine")
                        .replace("""
                                if (now.isBefore(opensAt(ledger.app(), slot, zone))) {
                                    return new Step<>(ledger.successor(postponed(ledger, slot, zone, now)), Marked.NOT_OPEN);
                                }
                                """, "")
                        .whichMeans(
                                "a clock that is set back between claim and mark lets a second mail of the day leave")
                        .isNoticedBy("TimeRulesTest#theQuestionIsAskedAgainAtTheMark"),
                without("an opening too far away to be true is computed anew")
                        .hole(Hole.NOCLAMP)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "return incredible ? slot.opening(",
                                "return incredible && slot.attempts() < 0 ? slot.opening(")
                        .whichMeans(
                                "a clock that was ten years ahead for a minute silences the application for ten years")
                        .isNoticedBy("TimeRulesTest#aClockThatWasTenYearsAheadDoesNotSilenceAnApplication"),
                without("the time of the last mark is computed anew with it")
                        .hole(Hole.HALF)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "slot.opening(now, policy.opensAt(",
                                "slot.opening(Objects.requireNonNull(slot.usedAt()), policy.opensAt(")
                        .whichMeans("the policy goes on counting from a mark in ten years")
                        .isNoticedBy("TimeRulesTest#aClockThatWasTenYearsAheadDoesNotSilenceAnApplication"),
                without("a due instant too far away to be true is due now")
                        .hole(Hole.NOCLAMP)
                        .in(CORE, "SlotMachine")
                        .replace("(!due.isAfter(now) || due.isAfter(horizon(now)));", "!due.isAfter(now);")
                        .whichMeans("what was reported while the clock was wrong waits for ten years")
                        .isNoticedBy("TimeRulesTest#aMailThatWasDueTenYearsAheadIsSentSoonAfterTheClockIsRight"),
                without("a wait that is longer than the policy's longest window is not taken for a wrong clock")
                        .rule("15")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "return now.plus(policy.longestWindow()).plus(CLOCK_TOLERANCE);",
                                "return now.plus(CLOCK_TOLERANCE);")
                        .whichMeans("a mail that may leave once a month is put off again and again")
                        .isNoticedBy("TimeRulesTest#aWindowOfAMonthIsNotTakenForAWrongClock"),
                without("a day is the calendar day of the subscription's zone")
                        .rule("P1")
                        .in(CORE, "DailyPolicy")
                        .replace(
                                "usedAt.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone);",
                                "usedAt.atZone(zone).plusDays(1);")
                        .whichMeans("days creep: a mail of today's noon keeps tomorrow's morning waiting")
                        .isNoticedBy("DailyPolicyTest.WhenASlotOpens#atTheStartOfTheNextCalendarDay"),
                without("a midnight that comes twice begins one day")
                        .rule("P1")
                        .in(CORE, "DailyPolicy")
                        .replace(
                                "return opens.isAfter(usedAt) ? opens : next.withLaterOffsetAtOverlap().toInstant();",
                                "return opens;")
                        .whichMeans("a slot opens before it was used, and the day has two mails")
                        .isNoticedBy("DailyPolicyTest.WhenASlotOpens#atTheStartOfTheNextCalendarDay"),
                without("two mails are a minimum gap apart")
                        .rule("P1")
                        .in(CORE, "DailyPolicy")
                        .replace("return opens.isAfter(gapOver) ? opens : gapOver;", "return opens;")
                        .whichMeans("a mail at 23:59 is followed by one at 00:01 though the host minds")
                        .isNoticedBy("DailyPolicyTest.WhenASlotOpens#notSoonAfterAMailOfLateLastNight"),
                without("a policy of the host's that answers nonsense is not believed")
                        .rule("P1")
                        .in(CORE, "SafePolicy")
                        .replace("if (answer != null && isAllowed.test(answer)) {", "if (answer != null) {")
                        .whichMeans("a policy whose next slot opens at once sends a mail a minute")
                        .isNoticedBy("OneADayTest.BrokenPolicy#thatTheNextSlotHasBeenOpenSinceBeforeTheLastWasUsed"),
                without("nothing is subtracted from a count")
                        .hole(Hole.SUBTRACT)
                        .in(CORE, "Entries")
                        .replace(
                                "long told = named != null && named.born() == entry.born() && named.isHeld() ? named.count() : entry.told();",
                                "long told = named != null && named.isHeld() ? entry.told() + named.count() - named.told() : entry.told();")
                        .whichMeans("a row that was made anew meanwhile is told more often than it was reported")
                        .isNoticedBy("NumberRulesTest.Rule16#anIssueMadeAnewSinceTheCutKeepsItsOwnNumbers"),
                without("told is what the mail named, not what is counted now")
                        .hole(Hole.RESET)
                        .in(CORE, "Entries")
                        .replace(
                                "named.isHeld() ? named.count() : entry.told();",
                                "named.isHeld() ? entry.count() : entry.told();")
                        .whichMeans("repeats that came while the mail was on its way are not new in the next")
                        .isNoticedBy("NumberRulesTest.Rule16#aRepeatWhileTheMailIsOnItsWayIsTheOnlyNewOneAfterIt"),
                without("a row that was made anew keeps its own numbers")
                        .hole(Hole.ALWAYS)
                        .in(CORE, "Entries")
                        .replace(
                                "named != null && named.born() == entry.born() && named.isHeld()",
                                "named != null && named.isHeld()")
                        .whichMeans("what an older row was told of is set in a newer one")
                        .isNoticedBy("NumberRulesTest.Rule16#anIssueMadeAnewSinceTheCutKeepsItsOwnNumbers"),
                without("a flush takes the number out of memory first")
                        .hole(Hole.ZERO)
                        .in(CORE, "Flusher")
                        .replace("desk.written();", "memory.take(desk.app()); desk.written();")
                        .whichMeans("what is counted while a flush is written is set to zero with it")
                        .isNoticedBy("NumberRulesTest.Rule16#aRepeatWhileAFlushIsWrittenIsCountedByTheNext"),
                without("a failed flush puts back what it took")
                        .rule("16")
                        .in(CORE, "Flusher")
                        .replace(
                                "try { hold(desk.app(), reports); } catch (StoreFullException e) {",
                                "desk.written(); try { hold(desk.app(), reports); } catch (StoreFullException e) {")
                        .whichMeans("counts are lost with every write that fails")
                        .isNoticedBy("NumberRulesTest.Rule16#aFailedFlushPutsBackWhatItTook"));
    }
}
