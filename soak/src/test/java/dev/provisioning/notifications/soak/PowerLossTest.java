package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.soak.check.ReadMail;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.disk.Call;
import dev.provisioning.notifications.soak.disk.Disk;
import dev.provisioning.notifications.soak.disk.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power is lost at any moment of a process that reports and mails: what it has asked the system to do with its files is done
 * again up to there, without what was not forced to the disk, and the store that is left is compared with what had been said.
 */
@NeedsStrace
class PowerLossTest {
    private static final int CUTS = Integer.getInteger("soak.power.cuts", 40);
    private static final int REPORTS = 40;
    private static final List<String> APPLICATIONS = List.of("crm", "erp", "hr");

    @TempDir
    private Path left;

    @Test
    void all_that_was_acknowledged_is_there_and_every_mark_whenever_the_power_is_lost() throws IOException {
        Recording recording = record("power-loss", "");
        assertThat(lost(recording, call -> true)).isEmpty();
        assertThat(lost(recording, call -> !(call instanceof Call.Forced)))
                .as("of a disk that forces nothing")
                .isNotEmpty();
    }

    /** Which of each thread's attempts fail; the first few, when the store is opened, do not. */
    static List<String> failures() {
        return CUTS > 100 ? List.of("15", "15..16", "15..18", "15+", "20..21", "17..17+3") : List.of("15..16");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_disk_that_fails_to_force_is_told_of_and_nothing_is_lost_even_if_the_power_is_lost_later(String which)
            throws IOException {
        Recording recording = record("forcing-fails-" + which.replaceAll("\\D", "-"), which);
        assertThat(recording.failures()).as("that came to pass").isPositive();
        assertThat(recording.complaint()).contains("the disk fails");
        assertThat(lost(recording, call -> true)).isEmpty();
    }

    /** What a process has done, and what came of it. */
    private record Recording(
            String journal, List<Call> calls, String directory, List<ReadMail> mails, String complaint, long seed) {
        long failures() {
            return calls.stream()
                    .filter(call -> call instanceof Call.Forced forced && !forced.done())
                    .count();
        }
    }

    private Recording record(String name, String failing) {
        try (Run run = Run.named(name)) {
            Chance chance = run.chance();
            Path log = run.file("calls.txt");
            List<String> strace = new ArrayList<>(List.of("strace", "-o", log.toString()));
            strace.addAll(Trace.OPTIONS);
            if (!failing.isEmpty()) {
                strace.addAll(List.of("-e", "inject=fsync,fdatasync:error=EIO:when=" + failing));
            }
            ChildProcess child = run.start(
                            plan -> plan.applications(APPLICATIONS).under(strace))
                    .await(Note.READY);
            for (int i = 0; i < REPORTS; i++) {
                child.say("report " + chance.of(APPLICATIONS) + " k" + chance.upTo(REPORTS));
                chance.pause(Duration.ofMillis(60));
            }
            child.awaitTicks(2).say("close").await(Note.CLOSED).awaitEnd();
            run.drain(plan -> plan.applications(APPLICATIONS));
            run.verify();
            Path directory = run.file("");
            return new Recording(
                    run.file("c1.journal").toString(),
                    Trace.read(log, directory),
                    directory.toString(),
                    run.mails(),
                    run.journals().get(0).words(Note.STORE_FAILED.word()),
                    chance.random().nextLong());
        }
    }

    /** What is found to be lost, with the number of the call before which the power was. */
    private List<String> lost(Recording recording, Predicate<Call> obeys) throws IOException {
        Random random = new Random(recording.seed());
        List<Call> calls = recording.calls();
        int[] cuts = random.ints(CUTS, 0, calls.size() + 1).sorted().toArray();
        Disk disk = new Disk(recording.directory(), obeys);
        StringBuilder said = new StringBuilder();
        List<String> lost = new ArrayList<>();
        int done = 0;
        for (int cut : cuts) {
            for (; done < cut; done++) {
                Call call = calls.get(done);
                disk.take(call);
                if (call instanceof Call.Said words && words.path().equals(recording.journal())) {
                    said.append(words.text());
                }
            }
            restore(disk.afterPowerLoss(random));
            new Aftermath(said.toString(), recording.mails())
                    .missing(left.resolve("store.db"))
                    .forEach(what -> lost.add("before call " + cut + ": " + what));
        }
        return lost;
    }

    private void restore(Map<String, byte[]> files) throws IOException {
        for (String name : List.of("store.db", "store.db-wal", "store.db.new", "store.db.new-wal", "store.db.lock")) {
            Files.deleteIfExists(left.resolve(name));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path name = Path.of(file.getKey()).getFileName();
            if (name.toString().startsWith("store.db")) {
                Files.write(left.resolve(name), file.getValue());
            }
        }
    }
}
