package dev.provisioning.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.simulation.world.Sabotage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs as many seeds as the property {@code simulation.seeds} says, from {@code simulation.first} on. What breaks a promise is made
 * short, and told with all that happens in it.
 */
@DisplayName("Whatever happens in a month, on nodes, in the store, at the mail server, and to the clocks")
class SimulatedMonthsTest {
    private static final long SEEDS = Long.getLong("simulation.seeds", Coverage.ENOUGH);
    private static final long FIRST = Long.getLong("simulation.first", 1);

    @Test
    void thePromisesAreKeptAndEverythingHasGoneWrong() throws IOException {
        Months months = Months.of(FIRST, SEEDS);

        writeSummary(months);
        List<Long> broken = months.broken();
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.size() + " of " + SEEDS + " seeds break a promise: " + broken + "\n"
                    + Simulation.shortened(broken.get(0), () -> Sabotage.NONE));
        }
        if (SEEDS >= Coverage.ENOUGH) {
            assertThat(Coverage.missing(months.tally()))
                    .as("what has never happened")
                    .isEmpty();
        }
    }

    /** Where there is a build to keep it. */
    private static void writeSummary(Months months) throws IOException {
        String module = System.getProperty("basedir");
        if (module != null) {
            Path directory = Files.createDirectories(Path.of(module, "target", "simulation"));
            Files.writeString(
                    directory.resolve("summary.md"),
                    SEEDS + " seeds from " + FIRST + " on; broken: " + months.broken() + "\n\n"
                            + months.tally().table());
        }
    }
}
