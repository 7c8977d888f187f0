package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.API;
import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Every queue, map and text has a bound, and says what happens at it. */
final class Bounds {
    private Bounds() {}

    static List<Mutation> all() {
        return List.of(
                without("an application has so many issues, and no more")
                        .rule("P2")
                        .in(CORE, "Entries")
                        .replace(
                                "entry -> !entry.isCountedOnly()).count() < limit) {",
                                "entry -> !entry.isCountedOnly()).count() <= Integer.MAX_VALUE) {")
                        .whichMeans("one broken application fills the store, and makes a mail of ten thousand problems")
                        .isNoticedBy("OverloadTest#aReportedIssueMakesRoomForAFreshOne"),
                without("so many kinds are counted apart, and no more")
                        .rule("P2")
                        .in(CORE, "Entries")
                        .replace("|| kinds < MAX_COUNTED_KINDS ?", "|| kinds < Integer.MAX_VALUE ?")
                        .whichMeans("kinds that an engine makes up fill a ledger without end")
                        .isNoticedBy("OverloadTest#moreThanTwentyKindsAreCountedTogether"),
                without("what memory has counted by kind is counted by kind")
                        .rule("P2")
                        .in(CORE, "Known")
                        .replace("times > 1 && key.startsWith(Entry.COUNTED_ONLY)", "false")
                        .whichMeans("a hundred issues are told as a hundred times the latest of them")
                        .isNoticedBy("OverloadTest#issuesThatMemoryHasCountedTogetherAreNotToldAsTheLatestOfThem"),
                without("a fresh issue takes the place of a reported one")
                        .rule("P2")
                        .in(CORE, "Entries")
                        .replace("return oldest.isPresent();", "return false;")
                        .whichMeans("what is new is counted only, while what was told keeps its place")
                        .isNoticedBy("OverloadTest#aReportedIssueMakesRoomForAFreshOne"),
                without("only what was told gives way to a fresh issue")
                        .rule("P2")
                        .in(CORE, "Entries")
                        .replace(
                                ".filter(entry -> !entry.isHeld() && !entry.isCountedOnly())",
                                ".filter(entry -> !entry.isCountedOnly())")
                        .whichMeans("an issue that was answered HELD is thrown out by the next")
                        .isNoticedBy("OverloadTest#tenThousandIssuesOfOneApplicationAreAHundredAndACount"),
                without("memory knows so many issues, and no more")
                        .rule("P3")
                        .in(CORE, "Memory")
                        .replace("if (size.get() >= most) {", "if (size.get() < 0) {")
                        .whichMeans("a flood of applications takes all memory")
                        .isNoticedBy("MemoryTest.Bounds#repeatsOfWhatItHasNoRoomForGoTheSlowWayAndAreCounted"),
                without("what memory forgets makes room")
                        .rule("P3")
                        .in(CORE, "Memory")
                        .replace("size.decrementAndGet();", "size.get();")
                        .whichMeans("memory fills up for good, and every repeat goes to the store")
                        .isNoticedBy("MemoryTest.Bounds#whatIsForgottenMakesRoom"),
                without("so many issues have long words in memory, and no more")
                        .rule("P3")
                        .in(CORE, "Known")
                        .replace(
                                "if (isClosed() || !(longWords || room.longWords().tryAcquire())) {",
                                "if (isClosed()) {")
                        .whichMeans("a million issues of ten kilobytes take ten gigabytes")
                        .isNoticedBy("KnownTest#longWordsAreKeptWhereThereIsRoom"),
                without("so many issues wait for a lost store, and no more")
                        .rule("11")
                        .in(CORE, "Desks")
                        .replace(
                                "if (unwritten.get() >= maxUnwritten && !desk.keeps(issue)) {",
                                "if (unwritten.get() < 0) {")
                        .whichMeans("a lost store takes the engine's memory with it")
                        .isNoticedBy("LateRepeatsRulesTest.Rule11#beyondTheBoundTheAnswerIsRefused"),
                without("the store in memory has room for so many applications, and no more")
                        .rule("P2")
                        .in(CORE, "InMemoryNotificationStore")
                        .replace("size.incrementAndGet() > maxApplications) {", "size.incrementAndGet() < 0) {")
                        .whichMeans("the engine runs out of memory instead of being told REFUSED")
                        .isNoticedBy(
                                "InMemoryNotificationStoreTest#keepsNoMoreApplicationsThanThereIsRoomForAndIsOtherwiseAsBefore"),
                without("the store in memory has room for so many words, and no more")
                        .rule("P2")
                        .in(CORE, "InMemoryNotificationStore")
                        .replace(
                                "characters.addAndGet(more) > maxCharacters && more > 0) {",
                                "characters.addAndGet(more) < 0) {")
                        .whichMeans("long texts take all memory")
                        .isNoticedBy(
                                "OverloadTest#textsThatTheStoreHasNoRoomForAreRefusedAndRepeatsOfWhatItHasAreCounted"),
                without("repeats of what a full store knows are counted")
                        .rule("P2")
                        .in(CORE, "Flusher")
                        .replace(
                                "repeats.add(new Reported(entry.issue(), report.times(), entry.isCountedOnly()));",
                                "fresh.add(report);")
                        .whichMeans("a repeat that was answered MERGED is dropped because its newer words have no room")
                        .isNoticedBy(
                                "OverloadTest#textsThatTheStoreHasNoRoomForAreRefusedAndRepeatsOfWhatItHasAreCounted"),
                without("so many mails leave in a second, and no more")
                        .rule("P5")
                        .in(CORE, "Gate")
                        .replace("nextAtNanos = now + presentInterval.toNanos();", "nextAtNanos = now;")
                        .whichMeans("a morning of a hundred thousand applications floods the mail server")
                        .isNoticedBy("GateTest#noSecondHasMoreThanAllowed"),
                without("so many mails are under way at a time, and no more")
                        .rule("P5")
                        .in(CORE, "Dispatcher")
                        .replace("if (sending.size() >= parts.limits().maxDeliveries()) {", "if (sending.size() < 0) {")
                        .whichMeans("a slow mail server takes every thread of the host")
                        .isNoticedBy("DispatcherTest#noMoreMailsAreUnderWayAtATimeThanAllowed"),
                without("a mail lists so many problems, and counts the others")
                        .rule("P2")
                        .in(CORE, "compose.TemplateComposer")
                        .replace("int listed = LISTED;", "int listed = 1_000;")
                        .whichMeans("nobody reads a mail of five hundred problems")
                        .isNoticedBy("compose.CountsTest#everyProblemIsNamedOrCounted"),
                without("a text has a longest length")
                        .rule("P3")
                        .in(API, "Check")
                        .replace("if (text.length() > max) {", "if (text.length() > Integer.MAX_VALUE - max) {")
                        .whichMeans("a text of ten megabytes goes through store, memory and mail")
                        .isNoticedBy("TextFieldsTest#isRefusedIfLongerByOne"),
                without("a list has a greatest size")
                        .rule("P3")
                        .in(API, "Check")
                        .replace("if (present.size() > max) {", "if (present.size() > Integer.MAX_VALUE - max) {")
                        .whichMeans("an issue of ten thousand links goes through store, memory and mail")
                        .isNoticedBy("CheckTest#aListTellsHowManyElementsItMayHave"));
    }
}
