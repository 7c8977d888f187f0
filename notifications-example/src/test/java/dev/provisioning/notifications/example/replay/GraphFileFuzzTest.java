package dev.provisioning.notifications.example.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Saved answers of Microsoft Graph that say anything. */
class GraphFileFuzzTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]@[a-z]");

    @TempDir
    private Path folder;

    @FuzzTest
    void aFileIsRefusedInALineOrTellsWhatFailedAndOfWhomNothing(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("answer.json"), input);
        List<Failure> failures;
        try {
            failures = GraphFile.failures(file, NOW);
        } catch (UnreadableFileException refused) {
            assertThat(refused.getMessage())
                    .startsWith(file.toString())
                    .matches(text -> text.lines().count() == 1);
            return;
        }

        assertThat(failures)
                .allSatisfy(failure -> assertThat(
                                failure.issue().detail() + failure.issue().remedy())
                        .doesNotContainPattern(ADDRESS));
        assertThat(new Names(failures)).isNotNull();
    }
}
