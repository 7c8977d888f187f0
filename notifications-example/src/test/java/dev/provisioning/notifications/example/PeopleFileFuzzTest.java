package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a personnel office that say anything. */
class PeopleFileFuzzTest {
    @TempDir
    private Path folder;

    @FuzzTest
    void aFileIsRefusedOrIsTheSameWhenItIsWrittenAgain(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("people.csv"), input);
        PeopleFile people;
        try {
            people = PeopleFile.read(file);
        } catch (UncheckedIOException | IllegalArgumentException refused) {
            return;
        }

        people.write(file);

        assertThat(PeopleFile.read(file)).isEqualTo(people);
    }
}
