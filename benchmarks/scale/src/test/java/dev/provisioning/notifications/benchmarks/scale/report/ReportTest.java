package dev.provisioning.notifications.benchmarks.scale.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import dev.provisioning.notifications.benchmarks.scale.mails.Profile;
import dev.provisioning.notifications.benchmarks.scale.mails.Sending;
import dev.provisioning.notifications.benchmarks.scale.memory.Flood;
import dev.provisioning.notifications.benchmarks.scale.memory.FloodFigures;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.Capped;
import dev.provisioning.notifications.benchmarks.scale.morning.Morning;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.Occupied;
import dev.provisioning.notifications.benchmarks.scale.morning.Step;
import dev.provisioning.notifications.benchmarks.scale.start.Opening;
import dev.provisioning.notifications.benchmarks.scale.start.Peer;
import dev.provisioning.notifications.benchmarks.scale.start.Readiness;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final int LEAST = 1_000;
    private static final int MOST = 1_000_000;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void whatIsReachedIsToldWithFigures() throws IOException {
        assertThat(page(all(150, 1)))
                .contains(
                        "| at most 200 bytes for an application with an issue, in memory, 1,000,000 of them | 150 | yes |")
                .contains("| at most 10 bytes for an idle application whose issue is in a file | 8 | yes |")
                .contains("| at most 2 times as long to learn who is next of 1,000,000 due as of 1,000 | 1 | yes |")
                .contains("| at most 1.10 times the heap at the end of a morning as at its beginning | 1 | yes |")
                .contains("| at most 1 times the allowed mails in any second | 1 | yes |")
                .contains("| at most 512 MiB after 20 reports, a new application each | 3 | yes |")
                .contains(
                        "| at most 2 times the place that the urgent ones have, on average, if they all leave first | 1 | yes |")
                .contains("| PostgreSQL, 3 nodes, 1,000,000 due | 500 | 2.00 | 3.00 | 10.0 | 10.0 | 100 | 51 |")
                .contains("| Simple Java Mail | 300 | 1,200 | 9 | 1,300 | 2 |")
                .contains("| a new application each | 20 | 3.0 | `HELD` 20 |")
                .doesNotContain("**no**");
    }

    @Test
    void whatIsNotReachedIsToldToo() throws IOException {
        assertThat(page(all(201, 3)))
                .contains("1,000,000 of them | 201 | **no** |")
                .contains("who is next of 1,000,000 due as of 1,000 | 3 | **no** |")
                .contains("heap at the end of a morning as at its beginning | 3 | **no** |")
                .contains("allowed mails in any second | 3 | **no** |")
                .contains("if they all leave first | 3 | **no** |")
                .contains("accepted with 1,000,000 applications as with 1,000 | 3 | **no** |");
    }

    @Test
    void urgentMailsThatHaveNotLeftComeBehindAllOthers() {
        Morning none = new Morning(Engine.SQLITE, 1, MOST, 400, 1, 1, 1, 1, 1, 10, 0, OptionalDouble.empty());
        Morning half = new Morning(Engine.SQLITE, 1, MOST, 400, 1, 1, 1, 1, 1, 10, 5, OptionalDouble.of(100));

        assertThat(none.placeOfAllUrgent()).isEqualTo(400);
        assertThat(half.placeOfAllUrgent()).isEqualTo(250);
    }

    @Test
    void processorTimeIsSharedWithoutRest() {
        Profile profile = new Profile(Map.of("core", 60L, "jdbc", 40L), Map.of("Gate.admits", 100L), 100);

        Shares shares = Shares.of(new Sending(10, 1, 9_000_000_000L, 3_000_000_000L, 1_000_000_000L), profile);

        assertThat(shares.packages().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .isEqualTo(1);
        assertThat(shares.packages())
                .containsEntry("`core`", 0.15)
                .containsEntry("`jdbc`", 0.1)
                .containsEntry("*operating system: sockets, disk, threads*", 0.25)
                .containsEntry("*native code of SQLite and the JDK, and what no sample saw*", 0.5);
    }

    @Test
    void aHundredMillionAreComputedFromWhatWasMeasured() throws IOException {
        page(all(128, 1));

        assertThat(directory.resolve("scale.md"))
                .content()
                .contains("**100 shards**")
                .contains("| mails a day | 1,000,000 | 10,000,000 |")
                // 400 a second, in 3,600 seconds.
                .contains("for a morning of an hour | 1 | 7 |")
                // 10,000 and 100,000 mails of a shard, 10 a second.
                .contains("| the same at the default rate | 0.28 | 2.78 |")
                // 2 ms each.
                .contains("| processor hours a day | 0.6 | 5.6 |")
                .contains("| SQLite files, GiB | 0.29 | 29.3 |")
                .contains("| or PostgreSQL, GiB | 0.37 | 37.3 |")
                .contains("| 1 GiB of heap, the store in memory | 8,388,608 |")
                .contains("first is **a morning of an hour, 10 % with an issue, at the default rate**, at 360,000");
        assertThat(directory).isDirectoryContaining("glob:**.svg");
    }

    @Test
    void aPartThatWasNotMeasuredHasNoWords() throws IOException {
        Results all = all(1, 1);
        Results one = new Results(all.memory(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(page(one))
                .contains("### Memory")
                .doesNotContain("### A morning", "### Start", "### From the report");
        assertThat(directory.resolve("scale.md")).doesNotExist();
    }

    private String page(Results results) throws IOException {
        new Report(results, "2 cores").writeTo(directory);
        return Files.readString(directory.resolve("performance.md"));
    }

    /** What grows, grows so many times. */
    private static Results all(double bytes, int times) {
        return new Results(
                Optional.of(memory(bytes)),
                Optional.of(morning(times)),
                Optional.of(start(times)),
                Optional.of(mails()));
    }

    private static MemoryFigures memory(double bytes) {
        Map<Keeper, Map<Integer, Double>> kept = Arrays.stream(Keeper.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        keeper -> Map.of(LEAST, 40.0, MOST, keeper == Keeper.IDLE_FILE ? 8 : bytes)));
        return new MemoryFigures(
                kept, Map.of(Flood.APPLICATIONS, new FloodFigures(20, 3 * MEBIBYTE, Map.of(Disposition.HELD, 20L))));
    }

    private static MorningFigures morning(int times) {
        List<Step> steps = Arrays.stream(Engine.values())
                .flatMap(engine -> List.of(new Step(engine, LEAST, 20), new Step(engine, MOST, 20 * times)).stream())
                .toList();
        List<Occupied> occupied = Arrays.stream(Engine.values())
                .map(engine -> new Occupied(engine, MOST, MOST * 400L))
                .toList();
        Morning morning = new Morning(
                Engine.POSTGRESQL,
                3,
                MOST,
                20_000,
                500,
                2,
                3,
                10,
                10 * times,
                100,
                100,
                OptionalDouble.of(50.5 * times));
        return new MorningFigures(steps, List.of(morning), occupied, List.of(new Capped(200, 200 * times, 1000)));
    }

    private static StartFigures start(int times) {
        Map<Peer, Readiness> peers = new TreeMap<>();
        for (Peer peer : Peer.values()) {
            peers.put(peer, new Readiness(300, 1200, 9, 1_300_000, peer == Peer.NOTHING ? 5 : 7));
        }
        return new StartFigures(
                new TreeMap<>(Map.of(LEAST, new Opening(1e6, 1e6, 1e6), MOST, new Opening(3e6 * times, 0, 0))),
                Map.of(LEAST, MEBIBYTE, MOST, 300 * MEBIBYTE),
                peers);
    }

    private static MailFigures mails() {
        Sending sending = new Sending(1000, 400, 2_000_000_000L, 1_000_000_000L, 500_000_000L);
        return new MailFigures(
                Map.of(1, sending, 4, sending),
                sending,
                new Profile(Map.of("core", 30L), Map.of("Gate.admits", 30L), 30));
    }
}
