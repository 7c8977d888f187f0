package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineProcessTest {
    private static final Instant NOW = Instant.parse("2026-03-02T13:00:00Z");

    private static final int SIGKILL = 9;

    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();

    @Test
    void itWorksOnlyUntilTheInstantThatItIsTold() {
        try (EngineProcess engine = start(heard::add)) {
            engine.runUntil(NOW.plus(Engine.INTERVAL));
            assertThat(heard).containsExactly("now\t" + NOW);

            engine.runUntil(NOW.plus(Engine.INTERVAL).plusNanos(1));
            assertThat(heard).containsExactly("now\t" + NOW, "now\t" + NOW.plus(Engine.INTERVAL));
        }
    }

    @Test
    void itEndsWhenItsInputEnds() {
        EngineProcess engine = start(heard::add);
        engine.explain();
        ProcessHandle process = child();

        engine.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void itEndsInTheMidstOfItsWorkWhenNobodyListens() {
        EngineProcess engine = start(line -> {
            throw new IllegalStateException("not listening");
        });
        assertThatThrownBy(() -> engine.runUntil(NOW.plusSeconds(1))).hasMessage("not listening");
        ProcessHandle process = child();

        engine.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsKilledByTheSignalThatNoProcessSees() {
        EngineProcess engine = start(heard::add);
        engine.explain();

        assertThat(engine.kill()).isEqualTo(128 + SIGKILL);
    }

    private EngineProcess start(Consumer<String> listener) {
        EngineSetup setup = new EngineSetup(
                "smtp://127.0.0.1:9",
                folder.resolve("applications.csv"),
                folder.resolve("people.csv"),
                folder.resolve("notifications.db"));
        new ApplicationsFile(List.of()).write(setup.applications());
        new PeopleFile(List.of()).write(setup.people());
        return EngineProcess.start(NOW, setup, folder, new EventLines(listener));
    }

    private static ProcessHandle child() {
        return ProcessHandle.current().children().findFirst().orElseThrow();
    }
}
