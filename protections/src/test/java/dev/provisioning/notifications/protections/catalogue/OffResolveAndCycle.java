package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Rules 12 to 14. */
final class OffResolveAndCycle {
    private OffResolveAndCycle() {}

    static List<Mutation> all() {
        return List.of(
                without("the subscription is asked after the cut")
                        .hole(Hole.ASKFIRST)
                        .in(CORE, "Sender")
                        .replace(
                                "Optional<Attempt> claimed = claim(app); claimed.ifPresentOrElse(attempt -> send(attempt, done),",
                                "Optional<Subscription> asked = parts.subscriptions().find(app); "
                                        + "Optional<Attempt> claimed = claim(app); "
                                        + "claimed.ifPresentOrElse(attempt -> send(attempt, asked, done),")
                        .replace(
                                "private void send(Attempt attempt, Runnable done) {",
                                "private void send(Attempt attempt, Optional<Subscription> subscription, Runnable done) {")
                        .replace("Optional<Subscription> subscription = parts.subscriptions().find(app);", "")
                        .whichMeans("an old 'off' drops what was held after the application was switched on again")
                        .isNoticedBy("OffAndResolveRulesTest.Rule12#anAnswerFromBeforeTheCutDropsNothing"),
                without("the subscription is asked again right before the mark")
                        .hole(Hole.P4)
                        .in(CORE, "Handoff")
                        .replace("if (!now.get().active()) {", "if (false) {")
                        .whichMeans("a mail leaves for an application that is switched off")
                        .isNoticedBy("OffAndResolveRulesTest.Rule12#soDoesAnOffThatStillNamesTheSameRecipients"),
                without("a mail for what is off is not even composed")
                        .hole(Hole.P4)
                        .in(CORE, "Sender")
                        .replace(
                                "} else if (!subscription.get().active()) {",
                                "} else if (subscription.get() == null) {")
                        .whichMeans("an application that is switched off is mailed about, up to the last check")
                        .isNoticedBy("OneADayTest.Switching#withoutBeingToldAboutIt"),
                without("a mail waits while its subscription is not known")
                        .rule("12")
                        .rule("P4")
                        .in(CORE, "Handoff")
                        .replace(
                                "throw refused(Refusal.SUBSCRIPTION_UNKNOWN, \"the subscription is not known now\", null);",
                                "return new Subscription(true, \"?\", notification.recipients(), java.time.ZoneOffset.UTC, notification.language(), java.util.List.of(), null);")
                        .whichMeans("a mail leaves though nobody can say that it still may")
                        .isNoticedBy("NeverToTheWrongPersonTest#aSourceThatFailsRightBeforeTheMailLeavesHoldsItBack"),
                without("the recipients are asked again right before the mark")
                        .rule("12")
                        .rule("P4")
                        .in(CORE, "Handoff")
                        .replace("if (!now.get().recipients().equals(notification.recipients())) {", "if (false) {")
                        .whichMeans("a mail goes to people who were taken off the list")
                        .isNoticedBy("OffAndResolveRulesTest.Rule12#otherRecipientsWhileTheMailIsOnItsWayGetItInstead"),
                without("switching off with a transaction stops a mail before the mark")
                        .hole(Hole.P4)
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = slot.phase() == Phase.HANDED_OVER ? slot : atRest(slot);",
                                "Slot next = slot;")
                        .whichMeans("a mail leaves after the engine was told that none would")
                        .isNoticedBy("OneADayTest.Switching#whileAMailIsSent"),
                without("switching off leaves a slot alone that is handed over")
                        .rule("12")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = slot.phase() == Phase.HANDED_OVER ? slot : atRest(slot);",
                                "Slot next = atRest(slot);")
                        .whichMeans("a mail that has left is not recorded, and a second one leaves the same day")
                        .isNoticedBy("OneADayTest.Switching#afterTheMailHasPassedThePointOfNoReturn"),
                without("switching off forgets what memory has counted")
                        .rule("12")
                        .in(CORE, "Intake")
                        .replace("memory.forget(app); desk.clear(); return store.change", "return store.change")
                        .whichMeans("what was dropped is written once more, and mailed")
                        .isNoticedBy("EraseTest#isNotWrittenOfAfterwardsWhatMemoryHadCounted"),
                without("an 'off' drops only what the cut covers")
                        .hole(Hole.DROPALL)
                        .in(CORE, "SlotMachine")
                        .replace("entries.dropUpTo(cut.revision());", "entries.dropUpTo(Long.MAX_VALUE);")
                        .whichMeans("what was held after the question was asked is lost")
                        .isNoticedBy("OffAndResolveRulesTest.Rule12#offAfterTheCutDropsOnlyWhatTheCutCovers"),
                without("what stays after an 'off' waits for a mail")
                        .rule("12")
                        .in(CORE, "SlotMachine")
                        .replace(
                                "Slot next = gathering(ledger.app(), atRest(slot), entries.toMap(), zone);",
                                "Slot next = atRest(slot);")
                        .whichMeans("what was held after the question was asked lies there, and nobody wakes for it")
                        .isNoticedBy("OffAndResolveRulesTest.Rule12#offAfterTheCutDropsOnlyWhatTheCutCovers"),
                without("what is switched off takes no report")
                        .rule("P4")
                        .in(CORE, "Intake")
                        .replace("if (subscription.isPresent() && !subscription.get().active()) {", "if (false) {")
                        .whichMeans("an application collects issues that nobody wants to hear of")
                        .isNoticedBy("NeverToTheWrongPersonTest#whatIsSwitchedOffGetsNothing"),
                without("a cycle resolves only what nobody has reported since it began")
                        .hole(Hole.CYCLEALL)
                        .in(CORE, "Entries")
                        .replace(
                                "keys.contains(entry.key()) && entry.version() <= since)",
                                "keys.contains(entry.key()))")
                        .whichMeans("what another thread or node has reported meanwhile is lost")
                        .isNoticedBy("CycleRulesTest#whatSomebodyElseReportedSinceItBeganStays"),
                without("a completing cycle writes this node's repeats first")
                        .hole(Hole.CYCLEHOT)
                        .in(CORE, "Intake")
                        .replace(
                                "desk.keep(memory.forget(app)); flusher.write(desk); return store.change",
                                "desk.keep(memory.forget(app)); return store.change")
                        .whichMeans("a cycle resolves what this node has answered MERGED since it began")
                        .isNoticedBy("CycleRulesTest#whatThisNodeAnsweredFromMemoryBesideItStays"),
                without("memory answers nothing until a cycle's resolve is committed")
                        .hole(Hole.CYCLENOCUT)
                        .in(CORE, "Intake")
                        .replace(
                                "desk.keep(memory.forget(app)); flusher.write(desk); return store.change",
                                "flusher.write(desk); return store.change")
                        .whichMeans("a repeat that comes while a cycle completes is resolved unseen")
                        .isNoticedBy("CycleRulesTest#aRepeatWhileTheResolveIsCommittedIsWrittenAndStays"),
                without("what was counted before a cycle is written when it begins")
                        .rule("13")
                        .in(CORE, "Intake")
                        .replace("flusher.write(desk); return store.read(app);", "return store.read(app);")
                        .whichMeans("repeats from before a cycle keep an issue alive that is over")
                        .isNoticedBy("CycleRulesTest#repeatsFromBeforeTheCycleDoNotKeepAnIssueAlive"),
                without("a cycle that is broken off resolves nothing")
                        .rule("13")
                        .in(CORE, "OpenCycle")
                        .replace("public void close() { ended.set(true); }", "public void close() { complete(); }")
                        .whichMeans("what a failed cycle did not get to is resolved")
                        .isNoticedBy("CycleRulesTest#aCycleThatIsNotCompletedResolvesNothing"),
                without("a resolve of unknown outcome is repeated only against the version that it saw")
                        .hole(Hole.REDORESOLVE)
                        .in(CORE, "Flusher")
                        .replace(
                                "resolve.getKey(), resolve.getValue(), clock.instant()",
                                "resolve.getKey(), null, clock.instant()")
                        .whichMeans("an issue that came back meanwhile is resolved unseen")
                        .isNoticedBy("OffAndResolveRulesTest.Rule14#itIsGivenUpWhenTheIssueWasReportedAnew"),
                without("a resolve of unknown outcome is repeated")
                        .rule("14")
                        .in(CORE, "Intake")
                        .replace("desk.resolveLater(key, seen.version());", "")
                        .whichMeans("a resolve that was answered DEFERRED never happens")
                        .isNoticedBy("OffAndResolveRulesTest.Rule14#itIsRepeatedWhenNobodyHasReportedTheIssueSince"));
    }
}
