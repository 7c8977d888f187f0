package dev.provisioning.notifications.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.Database;
import dev.provisioning.notifications.soak.Run;
import dev.provisioning.notifications.soak.check.ReadJournal;
import dev.provisioning.notifications.soak.check.Violation;
import dev.provisioning.notifications.soak.load.LeakJudge.Finding;
import dev.provisioning.notifications.soak.load.LeakJudge.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An hour under load in the soak profile; ten seconds otherwise, which say much about mails and little about leaks. */
class LoadOverTimeTest {
    private static final int MINUTES = Integer.getInteger("soak.load.minutes", 0);
    private static final Load LOAD = Load.ofMinutes(MINUTES);

    /** Forty-five seconds, or fifteen in quicker time: a few flushes, and what they may wait for a database. */
    private static final int SETTLING = MINUTES > 0 ? 900 : 300;

    @Test
    void under_load_and_faults_nothing_is_lost_or_sent_twice_and_what_is_taken_is_given_back() {
        try (Run run = Run.named("load");
                Database database = new Database(run.file("database"));
                LoadRun loadRun = new LoadRun(LOAD, run, database)) {
            run.settlesAfter(SETTLING);
            run.promises(Load.WINDOW);
            loadRun.goOn();
            loadRun.end();
            List<ReadJournal> journals = run.journals();
            Map<String, List<Finding>> findings = loadRun.judge(journals);
            report(run, journals, loadRun, findings);
            assertThat(loadRun.faults()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(journals.stream().mapToLong(journal -> journal.count("answered", "HELD")))
                    .anyMatch(held -> held > 0);
            assertThat(run.mails()).isNotEmpty();
            judgeTables(loadRun.samples().tables(), journals);
            findings.forEach(LoadOverTimeTest::judge);
            run.verify();
        }
    }

    /** In a short time it may be that nobody can tell; a leak is one all the same. */
    private static void judge(String process, List<Finding> findings) {
        assertThat(findings)
                .as(process)
                .noneMatch(finding -> finding.verdict() == Verdict.LEAKS)
                .noneMatch(finding -> MINUTES > 0 && finding.verdict() == Verdict.UNKNOWN);
    }

    /** The ledger has a row for each application, the history at most one for each mark; and nobody forgets to empty the outbox. */
    private static void judgeTables(List<Sample> tables, List<ReadJournal> journals) {
        long marks =
                journals.stream().mapToLong(journal -> journal.count("passing")).sum();
        Map<String, Long> last = tables.get(tables.size() - 1).values();
        assertThat(last.get(DatabaseSamples.rows("notification_ledger"))).isBetween(1L, (long) LOAD.applications());
        assertThat(last.get(DatabaseSamples.rows("notification_outbox"))).isZero();
        assertThat(last.get(DatabaseSamples.rows("notification_mail"))).isBetween(1L, marks);
    }

    private static void report(
            Run run, List<ReadJournal> journals, LoadRun loadRun, Map<String, List<Finding>> findings) {
        List<Violation> broken = run.check();
        LoadReport report = new LoadReport(LOAD, run.seed());
        report.tellWork(LOAD, journals, run.mails().size());
        report.tellPromises(broken);
        report.tellFaults(loadRun.faults());
        findings.forEach((process, found) -> {
            report.tellResources(process, found);
            report.tellValues(
                    "Threads of " + process, LoadRun.samplesOf(process, journals), name -> name.startsWith("threads:"));
        });
        report.tellValues("Tables", loadRun.samples().tables(), any -> true);
        Path directory = run.file("load.md").resolveSibling("..").normalize();
        report.write(directory.resolve("load.md"));
    }
}
