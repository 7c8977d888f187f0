package dev.provisioning.notifications.benchmarks.scale.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeeperTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void everybodyKeepsEveryApplication(Keeper keeper) throws Exception {
        assertThat(MemoryMain.kept(keeper, 100, MOMENT, directory.resolve("kept")))
                .isFinite();
    }

    @ParameterizedTest
    @EnumSource
    void whatAFloodLeavesTravelsAsALine(Flood flood) {
        FloodFigures figures = FloodFigures.of(flood, 150, MOMENT);

        assertThat(figures.answers().values().stream().mapToLong(count -> count).sum())
                .isEqualTo(150);
        assertThat(figures.answers()).containsKey(Disposition.HELD);
        assertThat(FloodFigures.parse(figures.toLine())).isEqualTo(figures);
    }
}
