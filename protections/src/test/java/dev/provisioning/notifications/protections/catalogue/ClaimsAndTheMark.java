package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Rules 1 to 6. */
final class ClaimsAndTheMark {
    private ClaimsAndTheMark() {}

    static List<Mutation> all() {
        return List.of(
                without("a step compares the token")
                        .rule("1")
                        .in(CORE, "SlotMachine")
                        .replace("&& slot.claim().token().equals(token)", "")
                        .whichMeans("whoever was taken over passes the mark all the same: two mails of one slot")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule1#everyStepRefusesAnotherToken"),
                without("a step compares the number of the slot")
                        .rule("1")
                        .in(CORE, "SlotMachine")
                        .replace("&& slot.number() == cut.slot().number()", "")
                        .whichMeans("a result is recorded for a slot that it is not about")
                        .isNoticedBy("SlotMachineTest.Rule1#refusesACutOfAnotherSlot"),
                without("a takeover compares the state")
                        .hole(Hole.CASNOSTATE)
                        .in(CORE, "InMemoryNotificationStore")
                        .replace("if (revision != expected.revision()) {", """
                                dev.provisioning.notifications.spi.Slot now =
                                        (present == null ? Ledger.empty(expected.app()) : present.ledger()).slot();
                                dev.provisioning.notifications.spi.Claim held = now.claim();
                                dev.provisioning.notifications.spi.Claim seen = expected.slot().claim();
                                boolean same = now.number() == expected.slot().number()
                                        && (held == null ? "" : held.token()).equals(seen == null ? "" : seen.token());
                                if (!same) {
                                """)
                        .whichMeans("a claim is taken over though its owner has passed the mark: two mails of one slot")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule1#aTakeoverDoesNotHappenIfTheOwnerPassesTheMarkMeanwhile"),
                without("a step that somebody overtook is computed anew")
                        .rule("1")
                        .in(CORE, "WatchedStore")
                        .replace(
                                "if (step.ledger().revision() == ledger.revision() || replace(ledger, step.ledger())) {",
                                "if (step.ledger().revision() == ledger.revision() || replace(ledger, step.ledger()) || true) {")
                        .whichMeans("whoever was overtaken goes on as if its step had been taken")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule1#aTakeoverDoesNotHappenIfTheOwnerPassesTheMarkMeanwhile"),
                without("a first try from what was known counts only if it is the newest")
                        .rule("1")
                        .in(CORE, "WatchedStore")
                        .replace(
                                "return changes && replace(newest, step.ledger()) ? step",
                                "return changes && (replace(newest, step.ledger()) || true) ? step")
                        .whichMeans("a node that was taken over believes that it has passed the mark")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule1#aNodeThatWasTakenOverCannotPassTheMark"),
                without("a claim is left alone until its lease is over")
                        .rule("4")
                        .in(CORE, "SlotMachine")
                        .replace("if (phase == Phase.IDLE || !isOver(slot, now)) {", "if (phase == Phase.IDLE) {")
                        .whichMeans("nodes take living claims from each other, and end living mails in doubt")
                        .isNoticedBy("SlotMachineTest.Rule4#isNotTakenOverBefore"),
                without("there is no dot without a confirmed mark")
                        .hole(Hole.MARKSEND)
                        .in(CORE, "Handoff")
                        .replace(
                                "throw refused(Refusal.MARK_UNKNOWN, \"the store has not confirmed the mark\", e);",
                                "return;")
                        .whichMeans(
                                "a mail leaves that the store knows nothing of, and leaves once more from the next node")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule2#thoughItHadNoEffect"),
                without("the point of no return is passed once")
                        .hole(Hole.REMARK)
                        .in(CORE, "Handoff")
                        .replace("if (over || marked || refusal != null) {", "if (over || refusal != null) {")
                        .whichMeans(
                                "a second transport asks for the same point, and takes the record of the first mail along")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule3#aSecondPassIsRefused"),
                without("the mark is made only from a claim")
                        .hole(Hole.REMARK)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "claim == null || slot.phase() != Phase.CLAIMED || !isHeldBy",
                                "claim == null || !isHeldBy")
                        .whichMeans("a slot that is handed over is marked again with the same token: two mails")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule3#aSlotThatIsHandedOverCannotBeMarkedAgainWithTheSameToken"),
                without("fail-over ends at the point of no return")
                        .hole(Hole.REMARK)
                        .in(CORE, "transport.FailoverTransport")
                        .replace("return watched.isTouched() || !setbacks.add(result)", "return !setbacks.add(result)")
                        .whichMeans("a second server is given the mail that the first has perhaps taken")
                        .isNoticedBy("transport.FailoverTransportTest#asksNoOtherBehindThePointOrAfterADefiniteAnswer"),
                without("a watched point lets nobody pass twice")
                        .hole(Hole.REMARK)
                        .in(CORE, "transport.WatchedPoint")
                        .replace("if (touched) {", "if (passed && false) {")
                        .whichMeans("a transport that tries again by itself hands over twice")
                        .isNoticedBy("transport.FailoverTransportTest#neverPassesThePointTwice"),
                without("a definite refusal behind the mark leads to a new claim")
                        .rule("3")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "return slot.phase() == Phase.CLAIMED || slot.phase() == Phase.HANDED_OVER;",
                                "return slot.phase() == Phase.CLAIMED;")
                        .whichMeans("a mail that the server has refused stays handed over, and ends in doubt")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule3#afterADefiniteRefusalThereIsANewClaim"),
                without("anybody may end a slot that is handed over once its time is up")
                        .hole(Hole.NORECOVER)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "return new Step<>(endedInDoubt(ledger, zone, now), Claimed.WAS_LEFT_IN_DOUBT);",
                                "return notNow(ledger, slot);")
                        .whichMeans("an application whose node died behind the mark is silent for ever")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule4#theMailOfADeadNodeEndsInDoubtAndIsCarriedOver"),
                without("what is handed over is never taken over")
                        .rule("4")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "if (phase == Phase.HANDED_OVER) {",
                                "if (phase == Phase.HANDED_OVER && now.equals(Instant.MIN)) {")
                        .whichMeans("a mail that may have been accepted is sent once more the same day")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule4#theMailOfADeadNodeEndsInDoubtAndIsCarriedOver"),
                without("what a mail in doubt named is told again")
                        .rule("P2")
                        .in(CORE, "Entries")
                        .replace("entry.born() <= mark.cut() && !entry.heldAt().isAfter(mark.at()),", "false,")
                        .whichMeans("nobody tells the reader that this was perhaps in a mail before")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule1#aResultIsNotRecordedForASlotThatSomebodyElseHasEnded"),
                without("a claim finds its way back when nothing is held any more")
                        .hole(Hole.NOEMPTY)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "return new Step<>(ledger.successor(atRest(slot)), Marked.NOTHING_HELD);",
                                "return new Step<>(ledger, Marked.NOTHING_HELD);")
                        .whichMeans("the slot stays claimed, and the next issue waits for the end of a lease")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule5#aClaimFindsItsWayBackWhenAllWasResolved"),
                without("a mail about nothing is stopped at the mark")
                        .hole(Hole.NOEMPTY)
                        .in(CORE, "SlotMachine")
                        .replace("""
                                if (!ledger.holdsAnything()) {
                                    return new Step<>(ledger.successor(atRest(slot)), Marked.NOTHING_HELD);
                                }
                                """, "")
                        .whichMeans("a mail leaves about what was resolved before")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule5#aClaimFindsItsWayBackWhenAllWasResolved"),
                without("a failure leaves nothing waiting when nothing is held any more")
                        .hole(Hole.NOEMPTY)
                        .in(CORE, "SlotMachine")
                        .replace("ledger.holdsAnything() ? tried : atRest(slot)", "tried")
                        .whichMeans("an application retries for ever though nothing is left to say")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule5#aFailureLeavesNothingWaitingWhenAllWasResolvedMeanwhile"),
                without("using a slot and opening the next with what is held are one step")
                        .hole(Hole.OPENSPLIT)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = gathering(ledger.app(), ledger.slot().next(), entries.toMap(), zone);",
                                "Slot next = ledger.slot().next();")
                        .whichMeans(
                                "what was reported while the mail was on its way lies there, and nobody wakes for it")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule5#aReportWhileTheResultIsRecordedIsNotLeftBehind"),
                without("a result is recorded in what is there now, not in what was read before")
                        .hole(Hole.OPENSPLIT)
                        .in(CORE, "Recorder")
                        .replace(
                                "step = attempts == 0",
                                "step = how.apply(newest); "
                                        + "Ledger present = parts.store().read(app); "
                                        + "parts.store().replace(present, present.successor("
                                        + "step.ledger().slot(), step.ledger().entries(), step.ledger().lastMail())); "
                                        + "step = step.ledger().revision() > 0 ? step : attempts == 0")
                        .whichMeans("an issue is overwritten that came while the result was on its way to the store")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule5#aReportWhileTheResultIsRecordedIsNotLeftBehind"),
                without("switching off does not forget the used slot")
                        .hole(Hole.OFFRESET)
                        .in(CORE, "SlotMachine")
                        .replace("slot.phase() == Phase.HANDED_OVER ? slot : atRest(slot);", "Slot.FIRST;")
                        .whichMeans("off and on again, and the second mail of the day leaves")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule6#switchingOffAndOnDoesNotForgetTheUsedSlot"),
                without("an application that turns out to be off keeps its used slot")
                        .hole(Hole.OFFRESET)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = gathering(ledger.app(), atRest(slot), entries.toMap(), zone);",
                                "Slot next = gathering(ledger.app(), Slot.FIRST, entries.toMap(), zone);")
                        .whichMeans("slots are numbered anew, and two mails have one Message-ID")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule6#aSlotThatWasGivenBackKeepsItsNumber"),
                without("erasing does not forget the used slot")
                        .hole(Hole.OFFRESET)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = claim == null || mark == null ? atRest(slot)",
                                "Slot next = claim == null || mark == null ? Slot.FIRST")
                        .whichMeans("erased, and the second mail of the day leaves")
                        .isNoticedBy("EraseTest#stillHasUsedItsSlot"),
                without("a window is told by the instant of the mark, not by that of the acceptance")
                        .hole(Hole.ACCWINDOW)
                        .in(CORE, "Settlement")
                        .replace(
                                "ledger -> parts.machine().accepted(ledger, attempt.cut(), attempt.token(), result.outcomes(), zone),",
                                """
                                ledger -> {
                                    Step<Boolean> step = parts.machine()
                                            .accepted(ledger, attempt.cut(), attempt.token(), result.outcomes(), zone);
                                    dev.provisioning.notifications.spi.Ledger next = step.ledger();
                                    Instant opens = parts.machine().nextOpensAt(next.app(), now(), zone);
                                    return next.revision() == ledger.revision() ? step : new Step<>(
                                            new dev.provisioning.notifications.spi.Ledger(
                                                    next.app(), next.revision(), next.slot().opening(now(), opens),
                                                    next.entries(), next.lastMail()),
                                            step.answer());
                                },
                                """)
                        .whichMeans("a mail of late last night uses up this day, too")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule6#aMailMarkedBeforeMidnightUsesThatDayThoughItIsAcceptedAfterIt"),
                without("a window is told by the instant of the mark, not by that of the claim")
                        .rule("6")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Handover mark = new Handover( now, policy.opensAt(ledger.app(), now, zone),",
                                "Instant claimed = Objects.requireNonNull(slot.dueAt()).minus(patience);"
                                        + " Handover mark = new Handover( claimed, policy.opensAt(ledger.app(), claimed, zone),")
                        .whichMeans(
                                "a mail claimed before midnight and marked after it leaves its day free for another")
                        .isNoticedBy(
                                "ClaimAndMarkRulesTest.Rule6#aMailMarkedAfterMidnightUsesTheNewDayThoughItWasClaimedBefore"));
    }
}
