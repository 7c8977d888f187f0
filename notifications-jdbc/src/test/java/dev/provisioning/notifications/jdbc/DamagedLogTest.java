package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves is imitated by a copy of the files of an open store. */
@DisplayName("A store whose process was killed, and whose log was damaged then")
class DamagedLogTest {
    /** 1 is for every byte and every length. */
    private static final int EACH = Integer.getInteger("damage.each", 31);

    private static final int SHIFT = Integer.getInteger("damage.shift", 0);
    private static final int COMMITS = 5;
    private static final int HEADER = 32;
    private static final int FRAME = 24 + 4_096;

    @TempDir
    private Path directory;

    private Path file;
    private Path log;
    private byte[] wholeFile;
    private byte[] wholeLog;

    @BeforeEach
    void writeAndCopy() throws IOException {
        Path open = directory.resolve("open.db");
        file = directory.resolve("store.db");
        log = directory.resolve("store.db-wal");
        try (JdbcNotificationStore store = JdbcNotificationStore.file(open)) {
            for (int i = 1; i <= COMMITS; i++) {
                Samples.write(store, ledger(i));
            }
            wholeFile = Files.readAllBytes(open);
            wholeLog = Files.readAllBytes(directory.resolve("open.db-wal"));
        }
    }

    private static Ledger ledger(int i) {
        return Samples.gathering(Ledger.empty(Samples.app("app " + i)), "a", "b");
    }

    @Test
    @DisplayName("has every commit, if it was not damaged")
    void hasEveryCommit() throws IOException {
        assertThat(commitsRead(wholeLog)).isEqualTo(COMMITS);
    }

    @Test
    @DisplayName("refuses to open, and changes nothing, if commits would be lost that another followed")
    void refusesToLoseCommits() throws IOException {
        byte[] damaged = wholeLog.clone();
        damaged[HEADER + 100] ^= 1;

        assertThatThrownBy(() -> commitsRead(damaged))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(COMMITS + " transactions cannot be read");
        assertThat(file).hasBinaryContent(wholeFile);
        assertThat(log).hasBinaryContent(damaged);
    }

    @Test
    @DisplayName("goes on without what was lost, if somebody removes the log")
    void goesOnWithoutTheLog() throws IOException {
        Files.write(file, wholeFile);

        assertThat(commitsReadWithLog()).isZero();
    }

    @Test
    @DisplayName("loses no commit but the last, whichever bit of the log has flipped, or refuses")
    void losesTheLastCommitAtMost() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (int at : places(this::isUsed)) {
            int bit = (at + SHIFT) % 8;
            byte[] damaged = wholeLog.clone();
            damaged[at] ^= (byte) (1 << bit);
            try {
                int read = commitsRead(damaged);
                if (read < COMMITS - 1 && !isSaltOfTheLastButOne(at)) {
                    wrong.add("bit " + bit + " of byte " + at + ": " + read + " commits");
                }
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Neither this can be told from a last transaction that a loss of power has torn, nor a log that is too short. */
    private boolean isSaltOfTheLastButOne(int at) {
        int place = (at - HEADER) % FRAME;
        return place >= 4 && place < 16 && at > wholeLog.length / COMMITS * (COMMITS - 2);
    }

    @Test
    @DisplayName("has the commits up to where the log ends, each whole, at whatever length it ends")
    void hasTheFirstCommits() throws IOException {
        int before = 0;
        for (int length = 0; length < wholeLog.length; length += EACH == 1 ? 1 : FRAME / 4) {
            int read = commitsRead(Arrays.copyOf(wholeLog, length));
            assertThat(read).isGreaterThanOrEqualTo(before);
            before = read;
        }
        assertThat(before).isEqualTo(COMMITS - 1);
    }

    private int[] places(IntPredicate worthwhile) {
        int[] used = IntStream.range(0, wholeLog.length).filter(worthwhile).toArray();
        return IntStream.range(0, used.length)
                .filter(i -> i % EACH == 0)
                .map(i -> used[i])
                .toArray();
    }

    private boolean isUsed(int at) {
        return EACH == 1 || wholeLog[at] != 0 || (at > 0 && wholeLog[at - 1] != 0);
    }

    /** How many of the commits there are; fails if they are not the first ones. */
    private int commitsRead(byte[] logged) throws IOException {
        Files.write(file, wholeFile);
        Files.write(log, logged);
        return commitsReadWithLog();
    }

    private int commitsReadWithLog() {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            List<Ledger> read = IntStream.rangeClosed(1, COMMITS)
                    .mapToObj(i -> store.read(Samples.app("app " + i)))
                    .toList();
            int commits =
                    (int) read.stream().filter(ledger -> ledger.revision() > 0).count();
            List<Ledger> written = IntStream.rangeClosed(1, COMMITS)
                    .mapToObj(i -> i <= commits ? ledger(i) : Ledger.empty(Samples.app("app " + i)))
                    .toList();
            assertThat(read).isEqualTo(written);
            return commits;
        }
    }
}
