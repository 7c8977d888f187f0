package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Rules 7 to 11. */
final class ReportsUnderWay {
    private ReportsUnderWay() {}

    static List<Mutation> all() {
        return List.of(
                without("a version is drawn in the step that takes effect")
                        .hole(Hole.SEQUENCE)
                        .in(CORE, "WatchedStore")
                        .replace(
                                "for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) { Ledger ledger = read(app); Step<T> step = how.apply(ledger);",
                                """
                                long drawn = -1;
                                for (int conflicts = 0; conflicts < MOST_CONFLICTS; conflicts++) {
                                    Ledger ledger = read(app);
                                    drawn = drawn < 0 ? ledger.revision() : drawn;
                                    Step<T> early = how.apply(
                                            new Ledger(app, drawn, ledger.slot(), ledger.entries(), ledger.lastMail()));
                                    Step<T> step = early.ledger().revision() == drawn
                                            ? new Step<>(ledger, early.answer())
                                            : new Step<>(
                                                    ledger.successor(
                                                            early.ledger().slot(),
                                                            early.ledger().entries(),
                                                            early.ledger().lastMail()),
                                                    early.answer());
                                """)
                        .whichMeans("a report that was committed after the cut has a version before it, and is lost")
                        .isNoticedBy(
                                "ReportsUnderWayRulesTest.Rule7#aReportThatBeganBeforeTheCutAndIsCommittedAfterItIsToldInTheNextMail"),
                without("a version is newer than the ledger that it changes")
                        .rule("7")
                        .in(CORE, "Entries")
                        .replace("ledger.revision() + 1);", "ledger.revision());")
                        .whichMeans("what is reported right after the cut has the version of the cut, and is lost")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule8#aReportRightAfterTheCutIsToldInTheNextMail"),
                without("versions go on when an issue is made anew")
                        .hole(Hole.ABA)
                        .in(CORE, "Entries")
                        .replace(
                                "now, times, 0, revision, revision, false, null);",
                                "now, times, 0, 1, 1, false, null);")
                        .whichMeans(
                                "an issue that was resolved and came back looks as if the mail had named it, and is lost")
                        .isNoticedBy(
                                "ReportsUnderWayRulesTest.Rule7#anIssueThatWasResolvedAndReportedAnewWhileItsMailWasOnItsWayIsHeld"),
                without("the revision goes on when nothing is left")
                        .hole(Hole.ABA)
                        .in(HouseModule.API, "spi.Ledger")
                        .replace(
                                "return new Ledger(app, revision + 1, slot, entries, lastMail);",
                                "return new Ledger(app, entries.isEmpty() ? 1 : revision + 1, slot, entries, lastMail);")
                        .whichMeans("a step computed long ago fits the ledger again")
                        .isNoticedBy(NamedTest.of(CORE, "ReportsUnderWayRulesTest.Rule7#theRevisionNeverRestarts")),
                without("a result marks as reported only what has not changed since the cut")
                        .hole(Hole.RECORDALL)
                        .in(CORE, "Entries")
                        .replace(
                                "Status status = entry.version() <= cut.revision() ? Status.REPORTED : Status.HELD;",
                                "Status status = Status.REPORTED;")
                        .whichMeans("a repeat that came while the mail was on its way is never told")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule8#aRepeatWhileTheMailIsOnItsWayIsToldInTheNext"),
                without("what was resolved after the cut is told as resolved")
                        .hole(Hole.RECORDALL)
                        .in(CORE, "Entries")
                        .replace(
                                "entry.status() == Status.RESOLVED && entry.version() <= cut.revision());",
                                "entry.status() == Status.RESOLVED);")
                        .whichMeans("a reader is never told that what the last mail named is over")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule8#aResolveWhileTheMailIsOnItsWayIsToldInTheNext"),
                without("rows and counter are read in one snapshot")
                        .hole(Hole.READSPLIT)
                        .in(CORE, "Sender")
                        .replace("? Optional.of(Attempt.claimed(token, step.ledger()))", """
                                ? Optional.of(new Attempt(
                                        token,
                                        new dev.provisioning.notifications.spi.Ledger(
                                                app,
                                                parts.store().read(app).revision(),
                                                step.ledger().slot(),
                                                step.ledger().entries(),
                                                step.ledger().lastMail()),
                                        step.ledger()))
                                """)
                        .whichMeans("what was reported between the two reads counts as told, and is in no mail")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule8#aReportRightAfterTheCutIsToldInTheNextMail"),
                without("a composing node writes its own repeats first")
                        .hole(Hole.FLUSHLAST)
                        .in(CORE, "Sender")
                        .replace("flusher.write(desk);", "")
                        .whichMeans("the mail counts too few, and what it did not count causes the next mail")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#repeatsCountedInMemoryAreCountedInTheMail"),
                without("memory is cut off after the cut, not before")
                        .hole(Hole.CUTFIRST)
                        .in(CORE, "Sender")
                        .replace("flusher.write(desk);", "desk.keep(memory.forget(desk.app())); flusher.write(desk);")
                        .replace("desk.keep(memory.forget(desk.app())); if", "if")
                        .whichMeans(
                                "a report in between is known again, and its repeats are counted for a mail that has left")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#aReportInBetweenDoesNotPutAnAnswerBackIntoMemory"),
                without("memory is cut off right after the cut")
                        .hole(Hole.CUTLATE)
                        .in(CORE, "Sender")
                        .replace("desk.keep(memory.forget(desk.app()));", "")
                        .whichMeans(
                                "a repeat is answered from memory while its mail is on its way, and dies with the node")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#aRepeatAfterTheClearingIsWrittenAtOnce"),
                without("what was counted between cut and clearing is kept")
                        .rule("9")
                        .in(CORE, "Sender")
                        .replace("desk.keep(memory.forget(desk.app()));", "memory.forget(desk.app());")
                        .whichMeans("repeats in that moment are lost")
                        .isNoticedBy(
                                "ReportsUnderWayRulesTest.Rule9#aRepeatBetweenTheCutAndTheClearingIsToldInTheNextMail"),
                without("whoever takes the cut waits for a report that is being written")
                        .hole(Hole.NOSTAMP)
                        .in(CORE, "Desks")
                        .replace("synchronized (place) {", "synchronized (new Object()) {")
                        .whichMeans("the report puts 'known' into memory behind the cut that has cleared it")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#theCutWaitsForAReportThatIsBeingWritten"),
                without("a repeat counts first, and goes the slow way if memory was cut off meanwhile")
                        .hole(Hole.CHECKADD)
                        .in(CORE, "Intake")
                        .replace("return before != Known.CLOSED;", "return true;")
                        .whichMeans("a repeat is answered MERGED, and counted where nobody looks any more")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#aRepeatThatFindsMemoryCutOffGoesTheSlowWay"),
                without("what is closed counts no more")
                        .hole(Hole.CHECKADD)
                        .in(CORE, "Known")
                        .replace(
                                "long before = (long) COUNT.getAndSet(this, CLOSED);",
                                "long before = (long) COUNT.getAndSet(this, 0L);")
                        .whichMeans("repeats go on being counted where nobody looks any more")
                        .isNoticedBy("KnownTest#onceClosedItSendsReportsTheSlowWay"),
                without("counting and closing meet in one word")
                        .hole(Hole.CHECKADD)
                        .in(CORE, "Known")
                        .replace("COUNT.compareAndSet(this, seen, seen + 1)) {", "(count = seen + 1) > 0) {")
                        .whichMeans(
                                "a repeat that is counted at the moment of closing is lost, or revives what is closed")
                        .isNoticedBy("KnownTest#countingAndClosingAtOnceLoseNothingAndCountNothingTwice"),
                without("a mail writes the repeats that it takes along")
                        .hole(Hole.DRAIN)
                        .in(CORE, "Sender")
                        .replace("flusher.write(desk);", "memory.take(desk.app());")
                        .whichMeans(
                                "a cycle resolves what was repeated since it began, and if the mail fails nothing tells of it")
                        .isNoticedBy("ReportsUnderWayRulesTest.Rule9#aRepeatThatAMailTakesAlongIsSeenByACycle"),
                without("a late repeat makes a reported issue held again")
                        .hole(Hole.FLUSHCOUNT)
                        .in(CORE, "Flusher")
                        .replace("reports.stream().map(report -> screened(report, ledger)).toList(),", """
                                reports.stream()
                                        .filter(report -> ledger.held().stream()
                                                .anyMatch(entry -> entry.key().equals(report.issue().key())))
                                        .map(report -> screened(report, ledger))
                                        .toList(),
                                """)
                        .whichMeans("a repeat that was answered MERGED, and written after the mail, is never told")
                        .isNoticedBy("LateRepeatsRulesTest.Rule10#alreadyReportedTheyMakeItHeldAgain"),
                without("a late repeat makes an issue anew that is gone")
                        .hole(Hole.FLUSHCOUNT)
                        .in(CORE, "Flusher")
                        .replace("reports.stream().map(report -> screened(report, ledger)).toList(),", """
                                reports.stream()
                                        .filter(report -> ledger.entries().containsKey(report.issue().key()))
                                        .map(report -> screened(report, ledger))
                                        .toList(),
                                """)
                        .whichMeans("a repeat that was answered MERGED, and written after a resolve, is never told")
                        .isNoticedBy("LateRepeatsRulesTest.Rule10#goneTheyMakeItAnew"),
                without("a repeat draws a new version")
                        .hole(Hole.FLUSHQUIET)
                        .in(CORE, "Entries")
                        .replace(
                                "known.told(), known.born(), revision, known.inDoubt(), null);",
                                "known.told(), known.born(), held ? known.version() : revision, known.inDoubt(), null);")
                        .whichMeans("a mail that did not count the repeat marks it as reported")
                        .isNoticedBy("LateRepeatsRulesTest.Rule10#stillHeldTheyAddToItWithANewVersion"),
                without("what was flushed is not flushed again")
                        .hole(Hole.CAUSE)
                        .in(CORE, "Flusher")
                        .replace("desk.written();", "")
                        .whichMeans("an issue is held again though nobody has reported it since its mail")
                        .isNoticedBy("LateRepeatsRulesTest.Rule10#whatWasWrittenOnceCausesNoFurtherMail"),
                without("a repeat is written within the flush interval")
                        .hole(Hole.STRICT)
                        .in(CORE, "Flusher")
                        .replace("waiting.add(app); } schedule(interval);", "waiting.add(app); }")
                        .whichMeans(
                                "a repeat stays in memory for as long as nothing else happens, and dies with the node")
                        .isNoticedBy("LateRepeatsRulesTest.Rule11#repeatsAreInTheStoreAfterTheFlushInterval"),
                without("what is in memory only is not answered HELD")
                        .hole(Hole.BUFHELD)
                        .in(CORE, "Intake")
                        .replace("return Disposition.BUFFERED;", "return Disposition.HELD;")
                        .whichMeans("an issue is lost with the node whose report was answered HELD")
                        .isNoticedBy("LateRepeatsRulesTest.Rule11#whileTheStoreIsOutOfReachTheAnswerIsBuffered"),
                without("an issue is known only once it is written")
                        .hole(Hole.JOIN)
                        .in(CORE, "Intake")
                        .replace(
                                "Step<List<Disposition>> step; try { step = write(issue, zone, now);",
                                "Step<List<Disposition>> step; desk.keep(memory.remember(issue, store.read(issue.app()))); try { step = write(issue, zone, now);")
                        .whichMeans("a repeat is answered MERGED, and the issue that it repeats is then not written")
                        .isNoticedBy(
                                "LateRepeatsRulesTest.Rule11#aRepeatIsNotAnsweredFromMemoryWhileItsIssueIsBeingWritten"),
                without("a failed flush is tried again")
                        .rule("11")
                        .in(CORE, "Flusher")
                        .replace(
                                "LOG.debug(\"{}: not written yet\", app, e); expect(app);",
                                "LOG.debug(\"{}: not written yet\", app, e);")
                        .whichMeans("what the store could not take stays in memory until the next repeat")
                        .isNoticedBy("LateRepeatsRulesTest.Rule11#whileTheStoreIsOutOfReachTheAnswerIsBuffered"),
                without("closing writes what memory holds back")
                        .rule("P2")
                        .in(CORE, "Flusher")
                        .replace("flush(Integer.MAX_VALUE);", "")
                        .whichMeans("an orderly end loses what a crash might")
                        .isNoticedBy("ClosingTest.InOneThread#repeatsThatMemoryHasCountedAreWritten"));
    }
}
