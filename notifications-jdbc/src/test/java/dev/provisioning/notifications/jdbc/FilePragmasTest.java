package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store in a file")
class FilePragmasTest {
    private static final int FULL = 2;

    @TempDir
    private Path directory;

    private static Session.Work<String> pragma(String name) {
        return session -> {
            try (ResultSet result = session.prepare("pragma " + name).executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        };
    }

    @Test
    @DisplayName("has a log and writes it to disk with each commit, over whichever connection")
    void writesToDisk() {
        Names names = new Names(null, "notification_");
        Schema schema = new Schema(Dialect.SQLITE, names, true);
        try (FileDatabase database =
                FileDatabase.open(directory.resolve("store.db"), schema, names, Duration.ofMillis(1_234))) {
            assertThat(database.read("ask", pragma("journal_mode"))).isEqualTo("wal");
            assertThat(database.write("ask", pragma("journal_mode"))).isEqualTo("wal");
            assertThat(database.read("ask", pragma("synchronous"))).isEqualTo("" + FULL);
            assertThat(database.write("ask", pragma("synchronous"))).isEqualTo("" + FULL);
            assertThat(database.read("ask", pragma("busy_timeout"))).isEqualTo("1234");
            assertThat(database.write("ask", pragma("busy_timeout"))).isEqualTo("1234");
        }
    }

    @Test
    @DisplayName("asks the system to write to disk at least once for each commit")
    void asksTheSystemForEachCommit() throws IOException {
        int commits = 40;
        assumeTrue(isThere("strace"), "strace is not there to count");

        assertThat(synced(commits) - synced(0)).isBetween(commits, 2 * commits);
    }

    /** How often a process that commits so often asks the system to write to disk. */
    private int synced(int commits) throws IOException {
        Path calls = directory.resolve("calls " + commits);
        ChildStore child = ChildStore.start(
                directory.resolve("store " + commits),
                "" + commits,
                "strace",
                "-f",
                "-e",
                "trace=fsync,fdatasync",
                "-o",
                calls.toString());
        assumeTrue(child.says().equals("open"), "strace may not trace here");
        child.end();
        try (Stream<String> lines = Files.lines(calls)) {
            return (int) lines.filter(line -> line.contains("sync(") && !line.contains("unfinished"))
                    .count();
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
