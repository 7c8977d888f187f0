package dev.provisioning.notifications.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.ChildProcess;
import dev.provisioning.notifications.soak.Database;
import dev.provisioning.notifications.soak.Node;
import dev.provisioning.notifications.soak.Run;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.load.LeakJudge.Finding;
import dev.provisioning.notifications.soak.load.LeakJudge.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real process that forgets to give something back is found, by what it says of itself. */
class TheJudgeBitesTest {
    /** A sample stands for a minute. */
    private static final int MINUTES = 24;

    @Test
    void what_a_process_forgets_each_minute_is_found_after_an_hour_and_nothing_is_found_before() {
        try (Run run = Run.named("forgets");
                Database database = new Database(run.file("database"));
                Node node = new Node(run, database, plan -> plan)) {
            ChildProcess process = node.process().await(Note.READY);
            process.say("report crm k").await(Note.ACCEPTED);
            for (int minute = 0; minute < MINUTES; minute++) {
                process.say("sample");
            }
            for (int minute = 0; minute < MINUTES; minute++) {
                process.say("leak thread")
                        .say("leak connection")
                        .say("leak file")
                        .say("leak memory")
                        .say("sample");
            }
            Run.finish(process);
            List<Sample> samples = LoadRun.samplesOf(process.name(), run.journals());
            assertThat(leaking(samples.subList(0, MINUTES))).isEmpty();
            assertThat(leaking(samples.subList(MINUTES, 2 * MINUTES)))
                    .containsExactlyInAnyOrder(Resource.THREADS, Resource.DESCRIPTORS, Resource.SOCKETS, Resource.HEAP);
            run.verify();
        }
    }

    private static List<Resource> leaking(List<Sample> samples) {
        return new LeakJudge(1)
                .judge(samples).stream()
                        .filter(finding -> finding.verdict() == Verdict.LEAKS)
                        .map(Finding::resource)
                        .toList();
    }
}
