package dev.provisioning.notifications.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import dev.provisioning.notifications.benchmarks.scale.mails.MailPlan;
import dev.provisioning.notifications.benchmarks.scale.mails.MailRun;
import dev.provisioning.notifications.benchmarks.scale.memory.Flood;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryPlan;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryRun;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningPlan;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningRun;
import dev.provisioning.notifications.benchmarks.scale.start.Peer;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import dev.provisioning.notifications.benchmarks.scale.start.StartPlan;
import dev.provisioning.notifications.benchmarks.scale.start.StartRun;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that is measured, in miniature, so that it works on the day it is wanted; without the server, which takes seconds. */
class EveryPartInMiniatureTest {
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private Media media;

    @BeforeEach
    void emptyTheDirectory() throws Exception {
        media = new Media(directory.resolve("data"));
    }

    @AfterEach
    void leaveNothing() throws Exception {
        media.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aNotifierKeepsAndIsFlooded() throws Exception {
        MemoryPlan plan = new MemoryPlan(
                "128m",
                List.of(Keeper.NOTIFIER),
                List.of(5_000),
                0,
                Map.of(Flood.APPLICATIONS, 300),
                Duration.ofMillis(1));

        MemoryFigures figures = new MemoryRun(plan, media, NOWHERE).run();

        assertThat(figures.sizes()).containsExactly(5_000);
        assertThat(figures.bytesOfMost(Keeper.NOTIFIER)).isBetween(20.0, 5_000.0);
        assertThat(figures.flood(Flood.APPLICATIONS).answers()).containsExactly(Map.entry(Disposition.HELD, 300L));
    }

    @Test
    void aMorningSendsWhatIsDueAndKeepsToTheCap() throws Exception {
        MorningPlan plan = new MorningPlan(List.of(200, 400), List.of(400), 410, List.of(1), 10, 200, 1);

        MorningFigures figures = new MorningRun(plan, media, List.of(Engine.SQLITE), NOWHERE).run();

        assertThat(figures.steps()).extracting(step -> step.due()).containsExactly(200, 400);
        assertThat(figures.mornings()).singleElement().satisfies(morning -> {
            assertThat(morning.mails()).isEqualTo(410);
            assertThat(morning.urgent()).isEqualTo(10);
            assertThat(morning.urgentPlace().orElseThrow()).isBetween(5.5, 405.5);
        });
        assertThat(figures.capped())
                .singleElement()
                .satisfies(capped -> assertThat(capped.mails()).isGreaterThanOrEqualTo(200));
    }

    @Test
    void aStoreFileIsOpenedAndEveryEmbeddingStarts() throws Exception {
        StartPlan plan = new StartPlan(List.of(300), 1, 0);

        StartFigures figures = new StartRun(plan, media, Path.of("embeddings"), NOWHERE).run();

        assertThat(figures.openings().keySet()).containsExactly(300);
        assertThat(figures.peers().keySet()).containsExactly(Peer.values());
        assertThat(figures.peer(Peer.NOTHING).jars()).isZero();
        figures.peers().forEach((peer, readiness) -> {
            if (peer != Peer.NOTHING) {
                assertThat(readiness.jars()).as(peer.label()).isPositive();
                assertThat(readiness.classes())
                        .as(peer.label())
                        .isGreaterThan(figures.peer(Peer.NOTHING).classes());
            }
        });
    }

    @Test
    void everyMailArrivesAndIsProfiled() throws Exception {
        MailPlan plan = new MailPlan(List.of(), 20, 100, 2);

        MailFigures figures = new MailRun(plan, media, NOWHERE).run();

        assertThat(figures.profiled().mails()).isEqualTo(100);
        assertThat(figures.profile().samples())
                .isPositive()
                .isEqualTo(figures.profile().packages().values().stream()
                        .mapToLong(count -> count)
                        .sum());
    }
}
