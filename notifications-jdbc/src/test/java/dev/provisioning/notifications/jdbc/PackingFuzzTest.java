package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Columns that say anything. */
class PackingFuzzTest {
    /** Reads a column, and writes down what it has read. */
    private static final List<Function<String, String>> COLUMNS = List.of(
            line -> Packing.of(Packing.entries(Samples.APP, line).values()),
            line -> Packing.of(Packing.issue(Samples.APP, line)),
            line -> Objects.requireNonNull(Packing.of(Packing.handover(line))),
            line -> Objects.requireNonNull(Packing.of(Packing.trouble(line))),
            line -> Objects.requireNonNull(Packing.of(Packing.mail(line))));

    @FuzzTest
    void aColumnIsDamagedOrIsTheSameWhenItIsWrittenAgain(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String words = AnyText.of(input);
        Function<String, String> column = COLUMNS.get(words.charAt(0) % COLUMNS.size());
        String written;
        try {
            written = column.apply(words.substring(1));
        } catch (DamagedException | IllegalArgumentException damaged) {
            assertThat(damaged.getMessage()).isNotBlank();
            return;
        }

        assertThat(written).doesNotContain("\n");
        assertThat(column.apply(written)).isEqualTo(written);
    }
}
