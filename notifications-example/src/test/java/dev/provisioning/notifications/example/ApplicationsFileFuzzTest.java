package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Files of applications that say anything. */
class ApplicationsFileFuzzTest {
    @TempDir
    private Path folder;

    @FuzzTest
    void aFileIsRefusedOrIsTheSameWhenItIsWrittenAgain(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("applications.csv"), input);
        ApplicationsFile applications;
        try {
            applications = ApplicationsFile.read(file);
        } catch (UncheckedIOException | IllegalArgumentException refused) {
            return;
        }

        applications.write(file);

        assertThat(ApplicationsFile.read(file))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(applications);
    }
}
