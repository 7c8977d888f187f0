package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.HouseModule.JDBC;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** What a store promises: one compare-and-set on the ledger of an application, and that it lasts. */
final class StoresThatLast {
    private StoresThatLast() {}

    static List<Mutation> all() {
        return List.of(
                without("in memory, a ledger is replaced only if it is of the expected revision")
                        .hole(Hole.CASNOSTATE)
                        .in(CORE, "InMemoryNotificationStore")
                        .replace("if (revision != expected.revision()) {", "if (revision < 0) {")
                        .whichMeans("of two steps at once both take effect, and one is lost")
                        .isNoticedBy("InMemoryNotificationStoreTest.Replacing#refusesIfSomebodyWasFaster"),
                without("in a file, a ledger is replaced only if it is of the expected revision")
                        .hole(Hole.CASNOSTATE)
                        .in(JDBC, "FileWriter")
                        .replace(
                                "where tenant = ? and name = ? and revision = ?\"",
                                "where tenant = ? and name = ? and 0 <= ?\"")
                        .whichMeans("of two steps at once both take effect, and one is lost")
                        .isNoticedBy("FileStoreTest.Replacing#refusesARevisionThatIsAhead"),
                without("in a file, a first ledger takes nobody's place")
                        .hole(Hole.CASNOSTATE)
                        .in(JDBC, "FileWriter")
                        .replace("insert = \"insert into \"", "insert = \"insert or replace into \"")
                        .replace("+ \") on conflict do nothing\";", "+ \")\";")
                        .whichMeans("a node that has read nothing overwrites what another has held")
                        .isNoticedBy("FileStoreTest.Replacing#refusesIfSomebodyWasFaster"),
                without("in a file, a step changes the ledger of its application alone")
                        .rule("1")
                        .in(JDBC, "FileWriter")
                        .replace(
                                "where tenant = ? and name = ? and revision = ?\"",
                                "where ? is not null and name = ? and revision = ?\"")
                        .whichMeans("applications of the same name of two tenants overwrite each other")
                        .isNoticedBy("FileStoreTest.Several#changesOneWithoutTheOthers"),
                without("in PostgreSQL, a ledger is replaced only if it is of the expected revision")
                        .hole(Hole.CASNOSTATE)
                        .in(JDBC, "SharedWriter")
                        .replace("+ these + \" and revision = ?\"", "+ these + \" and 0 <= ?\"")
                        .whichMeans("of two steps at once both take effect, and one is lost")
                        .isNoticedBy("PostgresStoreTest.Replacing#refusesARevisionThatIsAhead"),
                without("in PostgreSQL, a first ledger takes nobody's place")
                        .hole(Hole.CASNOSTATE)
                        .in(JDBC, "SharedWriter")
                        .replace(
                                "+ \" on conflict do nothing\";",
                                "+ \" on conflict (tenant, name) do update set \" + Table.LEDGER.excluded();")
                        .whichMeans("a node that has read nothing overwrites what another has held")
                        .isNoticedBy("PostgresStoreTest.Replacing#refusesIfSomebodyWasFaster"),
                without("in PostgreSQL, a step changes the ledger of its application alone")
                        .rule("1")
                        .in(JDBC, "SharedWriter")
                        .replace(
                                "String these = \" where tenant = ? and name = ?\";",
                                "String these = \" where ? <> '' and name = ?\";")
                        .whichMeans("applications of the same name of two tenants overwrite each other")
                        .isNoticedBy("PostgresStoreTest.Several#changesOneWithoutTheOthers"),
                without("a posted issue is taken with the ledger that holds it, or not at all")
                        .rule("P2")
                        .in(JDBC, "SharedWriter")
                        .replace(
                                "+ \" delete from \" + these + \" and exists (select 1 from replaced)\";",
                                "+ \" delete from \" + these;")
                        .whichMeans("an issue is taken out of the outbox though the ledger could not take it")
                        .isNoticedBy("HostTransactionsTest#isHeldOnceByTwoNodesThatAreAtItTogether"),
                without("an issue that another node has taken is not taken again")
                        .rule("P2")
                        .in(JDBC, "SharedWriter")
                        .replace("return \"(select count(*) from waiting) = ?\";", "return \"0 <= ?\";")
                        .whichMeans("one report of a host is counted by two nodes")
                        .isNoticedBy("HostTransactionsTest#isHeldOnceByTwoNodesThatAreAtItTogether"),
                without("a store takes direct successors only")
                        .hole(Hole.ABA)
                        .in(JDBC, "Change")
                        .replace("|| successor.revision() != expected.revision() + 1) {", ") {")
                        .whichMeans("a revision comes again, and a step from before it fits")
                        .isNoticedBy("FileStoreTest.Replacing#refusesWhatIsNotTheDirectSuccessor"),
                without("slot and entries are read in one snapshot")
                        .hole(Hole.READSPLIT)
                        .in(CORE, "InMemoryNotificationStore")
                        .replace("return kept == null ? Ledger.empty(app) : kept.ledger();", """
                                if (kept == null) {
                                    return Ledger.empty(app);
                                }
                                Ledger rows = kept.ledger();
                                Thread.yield();
                                Kept later = ledgers.find(app);
                                Ledger counter = later == null ? rows : later.ledger();
                                return new Ledger(app, counter.revision(), counter.slot(), rows.entries(), rows.lastMail());
                                """)
                        .whichMeans("a mail is composed from rows older than its cut")
                        .isNoticedBy("InMemoryNotificationStoreTest.Contended#showsWholeLedgers"),
                without("a change whose commit may have happened is not sent again")
                        .hole(Hole.MARKSEND)
                        .in(JDBC, "PostgresFault")
                        .replace(
                                "boolean isRolledBack() { return this == CONFLICT; }",
                                "boolean isRolledBack() { return isOverForAReader(); }")
                        .whichMeans("a mark that took effect is taken for one of somebody else's")
                        .isNoticedBy("LostAnswerTest#hasMadeAChangeWhoseAnswerWasLost"),
                without("a failed group of changes has not been made")
                        .hole(Hole.MARKSEND)
                        .in(JDBC, "GroupCommit")
                        .replace("waiting.end(Optional.empty(), e)", "waiting.end(Optional.of(true), null)")
                        .whichMeans("a mark is taken for made whose commit has failed, and the dot is sent")
                        .isNoticedBy("GroupCommitTest#failsAsAWhole"),
                without("a change of several statements is one transaction")
                        .rule("P1")
                        .in(JDBC, "FileDatabase")
                        .replace(
                                "oneStatement ? connection.use(\"write\", work) : connection.inTransaction(\"write\", work);",
                                "connection.use(\"write\", work);")
                        .whichMeans("a used slot and its mail are not there together after a crash")
                        .isNoticedBy("FileStoreTest#aUsedSlotAndItsMailAreThereTogetherOrNotAtAll"),
                without("a commit waits for the disk")
                        .rule("P2")
                        .in(JDBC, "StoreFile")
                        .replace("\"pragma synchronous = full\"", "\"pragma synchronous = off\"")
                        .whichMeans("what was answered HELD is gone after a loss of power")
                        .isNoticedBy("FilePragmasTest#writesToDisk"),
                without("a file belongs to one process")
                        .rule("P1")
                        .in(JDBC, "StoreLock")
                        .replace("if (channel.tryLock() != null) {", "if (channel.isOpen()) {")
                        .whichMeans("two processes take each other's claims for leftovers, and each sends")
                        .isNoticedBy("FileInUseTest#isNotOpenedTwice"),
                without("an empty file is not a new one")
                        .rule("P1")
                        .in(JDBC, "StoreFile")
                        .replace(
                                "if (Files.exists(path)) { examine(schema);",
                                "if (Files.exists(path) && Files.size(path) > 0) { examine(schema);")
                        .whichMeans("a file that has lost everything begins afresh, and today's mails leave again")
                        .isNoticedBy("OddFilesTest#refusesAnEmptyFile"),
                without("a row is what was written")
                        .rule("P1")
                        .in(JDBC, "Row")
                        .replace(
                                "if (result.getLong(first + values.length) != row.checksum) {",
                                "if (row.checksum == 0) {")
                        .whichMeans("a flipped bit forgets that today's mail has left")
                        .isNoticedBy("DamagedFileTest#survivesOrRefusesEachFlippedBit"),
                without("what a dead process was at work on is due at once")
                        .rule("P2")
                        .in(JDBC, "JdbcNotificationStore")
                        .replace("left.successor(left.slot().due(Instant.EPOCH))", "left.successor(left.slot())")
                        .whichMeans("a crash loop postpones a mail for ever")
                        .isNoticedBy("LeftoversTest#areDueAfterAKill"),
                without("all nodes go by the clock of the database")
                        .rule("15")
                        .in(JDBC, "SharedDatabase")
                        .replace(
                                "public Clock clock(Clock own) { return clock; }",
                                "public Clock clock(Clock own) { return own; }")
                        .whichMeans("nodes whose clocks differ disagree about when a day ends")
                        .isNoticedBy("DatabaseClockTest#isWhatNodesAgreeOn"));
    }
}
