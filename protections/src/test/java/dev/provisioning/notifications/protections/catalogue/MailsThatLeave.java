package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.HouseModule.SMTP;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** The last step of a mail, and what becomes of one that fails. */
final class MailsThatLeave {
    private MailsThatLeave() {}

    static List<Mutation> all() {
        return List.of(
                without("the final dot follows the mark")
                        .rule("3")
                        .in(SMTP, "Delivery")
                        .replace("point.pass(); session.handOver(passage);", "session.handOver(passage); point.pass();")
                        .whichMeans("a mail has left that nobody has marked: a crash, and it leaves again")
                        .isNoticedBy("SmtpTransportTest.Handover#passesThePointWhenNothingIsMissingButTheFinalDot"),
                without("the mark comes when nothing is missing but the final dot")
                        .rule("3")
                        .in(SMTP, "Delivery")
                        .replace("point.pass(); session.handOver(passage);", "session.handOver(passage);")
                        .replace("try { if (!prepare(session)) {", "try { point.pass(); if (!prepare(session)) {")
                        .whichMeans("every refused envelope uses up the doubt of a mark")
                        .isNoticedBy("PipeliningTest#allRefusedIsRejectedAndNotHandedOver"),
                without("a refusal of the mark leaves the mail without its dot")
                        .hole(Hole.MARKSEND)
                        .in(SMTP, "Delivery")
                        .replace(
                                "point.pass(); session.handOver(passage);",
                                "try { point.pass(); } catch (RuntimeException e) { session.handOver(passage); throw e; } session.handOver(passage);")
                        .whichMeans("a mail leaves for a slot that somebody has taken over")
                        .isNoticedBy("SmtpTransportTest.Handover#letsARefusalPassThroughAndSendsNoDotAndNoFarewell"),
                without("silence after the dot is in doubt")
                        .rule("4")
                        .in(SMTP, "ReplyClassifier")
                        .replace("stage == Stage.HANDOVER ? Meaning.IN_DOUBT : Meaning.RETRY;", "Meaning.RETRY;")
                        .whichMeans("a mail whose answer was lost is sent again, and is there twice")
                        .isNoticedBy("SmtpTransportTest.Handover#isInDoubtWhenTheServerAcceptsAndItsAnswerIsLost"),
                without("silence before the dot leaves no doubt")
                        .rule("P5")
                        .in(SMTP, "ReplyClassifier")
                        .replace("stage == Stage.HANDOVER ? Meaning.IN_DOUBT : Meaning.RETRY;", "Meaning.IN_DOUBT;")
                        .whichMeans("every dropped connection uses up a day")
                        .isNoticedBy("ReplyClassifierTest#silenceBeforeTheHandoverMeansNotAccepted"),
                without("what breaks after the dot is not tried over another connection")
                        .rule("3")
                        .in(SMTP, "SmtpFailure")
                        .replace("return fault.stage().compareTo(Stage.CONTENT) < 0 && (", "return (")
                        .whichMeans("a kept connection that ends after the dot sends the mail twice")
                        .isNoticedBy("StaleConnectionTest#whatBreaksAfterTheFinalDotIsNotTriedAgain"),
                without("a mail keeps its Message-ID through all attempts")
                        .rule("P1")
                        .in(CORE, "MailWriter")
                        .replace(
                                "return Optional.of(mail(digest, Long.toString(attempt.slot()),",
                                "return Optional.of(mail(digest, attempt.slot() + \".\" + attempt.number(),")
                        .whichMeans("no mail server can tell that it has had this mail before")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule3#afterADefiniteRefusalThereIsANewClaim"),
                without("each slot has a Message-ID of its own")
                        .rule("P2")
                        .in(CORE, "MailWriter")
                        .replace("mail(digest, Long.toString(attempt.slot()),", "mail(digest, \"mail\",")
                        .whichMeans("a mail server throws tomorrow's mail away as the same as today's")
                        .isNoticedBy("ClaimAndMarkRulesTest.Rule6#aSlotThatWasGivenBackKeepsItsNumber"),
                without("robots are asked not to answer")
                        .rule("P4")
                        .in(SMTP, "MimeMail")
                        .replace("line(\"Auto-Submitted: auto-generated\");", "")
                        .whichMeans("absence notes of a distribution list come back")
                        .isNoticedBy("MimeMailHeaderTest#isWhatWasAskedFor"),
                without("a mail that has left without asking uses its slot")
                        .rule("P1")
                        .in(CORE, "Settlement")
                        .replace("if (mayHaveLeft(result) && !handoff.isMarked()) {", "if (false) {")
                        .whichMeans("a careless transport sends one mail a minute")
                        .isNoticedBy("NothingLostTest#aTransportThatSendsWithoutAskingUsesTheSlot"),
                without("an exception behind the mark is in doubt")
                        .rule("4")
                        .in(CORE, "Courier")
                        .replace(
                                "return passed.getAsBoolean() ? DeliveryResult.inDoubt(text)",
                                "return passed == null ? DeliveryResult.inDoubt(text)")
                        .whichMeans("a mail that may have been accepted is sent again the same day")
                        .isNoticedBy("NothingLostTest#aDeliveryThatThrowsAfterThePointIsInDoubtAndItsIssuesComeAgain"),
                without("a delivery that was given up passes the mark no more")
                        .rule("3")
                        .in(CORE, "Handoff")
                        .replace("if (over || marked || refusal != null) {", "if (marked || refusal != null) {")
                        .whichMeans("a transport that wakes up too late sends what another node has sent")
                        .isNoticedBy("HungTransportTest#thePointCannotBePassedAfterwards"),
                without("a delivery that does not come back is given up")
                        .rule("P5")
                        .in(CORE, "Sender")
                        .replace("if (handoff.abort()) {", "if (handoff.refusal().isPresent()) {")
                        .whichMeans("one hung transport holds a slot for ever")
                        .isNoticedBy("HungTransportTest#beforeThePointTheMailIsTriedAgain"),
                without("a result that the store does not take is recorded later")
                        .rule("P1")
                        .in(CORE, "Recorder")
                        .replace(
                                "LOG.debug(\"{}: the result is not recorded yet\", app, e); again();",
                                "LOG.debug(\"{}: the result is not recorded yet\", app, e); done.run();")
                        .whichMeans("a mail that was accepted ends in doubt, and is told again")
                        .isNoticedBy("RecorderTest#whenTheStoreIsBack"),
                without("a transport that is down is left alone for a while")
                        .rule("P5")
                        .in(CORE, "Gate")
                        .replace(
                                "pausedUntilNanos = nanoTime.getAsLong() + pause.toNanos();",
                                "pausedUntilNanos = nanoTime.getAsLong();")
                        .whichMeans("a mail server that is down is called ten times a second")
                        .isNoticedBy("OutageTest#afterThreeDaysEachApplicationGetsOneMail"),
                without("a pause goes by a time that no clock moves")
                        .rule("P5")
                        .in(CORE, "Notifier")
                        .replace(
                                "parts.random(), parts.scheduler()::nanoTime);",
                                "parts.random(), () -> parts.clock().millis() * 1_000_000);")
                        .whichMeans("a clock that is set back makes a pause of minutes one of years")
                        .isNoticedBy("ClockJumpsTest#doesNotLengthenAPauseOfTheTransport"),
                without("after an outage a single mail is tried")
                        .rule("P5")
                        .in(CORE, "Gate")
                        .replace("if (probing || opensIn(now) > 0) {", "if (opensIn(now) > 0) {")
                        .whichMeans("all that waits runs against a server that is still down")
                        .isNoticedBy("GateTest#afterThePauseASingleProbeBegins"),
                without("after an outage mails leave slowly at first")
                        .rule("P5")
                        .in(CORE, "Gate")
                        .replace("presentInterval = resumed ? slowest() :", "presentInterval = resumed ? interval :")
                        .whichMeans("a server that is back is thrown down again")
                        .isNoticedBy("OutageTest#theyLeaveSlowlyAtFirstAndNeverFasterThanTheRate"),
                without("a wait that a server asks for has an end")
                        .rule("P5")
                        .in(CORE, "Settlement")
                        .replace("return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;", "return asked;")
                        .whichMeans("a server's slip of the pen silences an application for days")
                        .isNoticedBy("NothingLostTest#aWaitOfDaysIsTakenAsADay"),
                without("those that failed together do not come back together")
                        .rule("P5")
                        .in(CORE, "Backoff")
                        .replace("random.nextLong(spread + 1)", "spread")
                        .whichMeans("a thousand applications knock at the same instant, again and again")
                        .isNoticedBy("BackoffTest#theCeilingDoublesUpToTheMost"),
                without("a composer that fails again and again is replaced by plain words")
                        .rule("P2")
                        .in(CORE, "MailWriter")
                        .replace("attempt.cut().slot().stumbles() > PATIENCE;", "attempt.cut().slot().stumbles() < 0;")
                        .whichMeans("one bad template silences every application")
                        .isNoticedBy(
                                "NeverToTheWrongPersonTest#aComposerThatIsNotCleanFailsAndPlainWordsTakeItsPlaceInTheEnd"),
                without("the turn of an application ends also when an error ends it")
                        .rule("P5")
                        .in(CORE, "Dispatcher")
                        .replace("brokenOff(app); // or its turn would never end, and no other begin", "")
                        .whichMeans("one error of a composer, and the application is never looked at again")
                        .isNoticedBy("DispatcherTest#anErrorOfTheComposerDoesNotSilenceAnApplication"),
                without("who looks for what is due looks again, also after an error")
                        .rule("P5")
                        .in(CORE, "Dispatcher")
                        .replace(
                                "wakeup.by(now.plus(TROUBLE)); // or nobody would look again before the next report",
                                "")
                        .whichMeans("one error of a store, and no mail leaves before somebody reports something")
                        .isNoticedBy("DispatcherTest#anErrorOfTheStoreDoesNotSilenceAll"),
                without("what was not written for an error is written soon")
                        .rule("P2")
                        .in(CORE, "Flusher")
                        .replace("catch (Error e) { expect(app); throw e; }", "catch (Error e) { throw e; }")
                        .whichMeans("one error of a store, and repeats wait in memory for a mail that takes them along")
                        .isNoticedBy("FlusherTest#alsoIfTheStoreFailsInAWayThatNobodyExpects"),
                without("whoever puts a mail off wakes for it")
                        .rule("P2")
                        .in(CORE, "Settlement")
                        .replace("slot, result)); } wakeup.by(step.ledger().slot().dueAt());", "slot, result)); }")
                        .whichMeans(
                                "a mail that was put off because the zone has changed is sent when something else happens")
                        .isNoticedBy("DispatcherTest#norOneThatIsPutOffWhenItsSlotIsToBeClaimed"),
                without("it says that today's mail has left")
                        .rule("P6")
                        .in(CORE, "Explainer")
                        .replace("if (parts.clock().instant().isBefore(opens)) { return Verdict.SLOT_USED; }", "")
                        .whichMeans("an administrator is told that a mail is being gathered, and none comes")
                        .isNoticedBy("ExplanationTest#slotUsed"));
    }
}
