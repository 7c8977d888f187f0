package dev.provisioning.notifications.benchmarks.repeat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Grid GRID = new Grid(List.of(1, 1_000), List.of(1, 2), List.of(1, 2, 4));

    @TempDir
    private Path directory;

    @Test
    void whatIsReachedIsToldWithFigures() throws IOException {
        assertThat(page(results(60e6, 0.49, 100e6, 50e6)))
                .contains("| at most 0 bytes allocated by who reports a repeat | 0 | yes |")
                .contains("| at most 0 bytes allocated for a repeat by anybody | 0 | yes |")
                .contains("| at most 2 times the time of a bare map that counts, 1 thread | 1.67 | yes |")
                .contains("| at most 2 times the time of a bare map that counts, 2 threads | 1.67 | yes |")
                .contains("| at least 1 times as fast as the fastest library, 2 threads | 1.20 | yes |")
                .contains("| `Notifier.report` | 16.7 | 16.7 |")
                .contains("| `Notifier.report` | 33.3 | 33.3 |")
                .contains("| Caffeine | 2.00 | 2.00 |", "| Caffeine | 7.5 | 7.5 |")
                .contains("| `Notifier.report` | 0 / 0 | 0 / 0 |")
                .contains(
                        "|  | 1 thread | 2 threads | 4 threads |", "| bare map, `LongAdder` | 100.0 | 100.0 | 100.0 |")
                .doesNotContain("**no**", "–", "${", "{{");
    }

    @Test
    void whatIsNotReachedIsToldToo() throws IOException {
        assertThat(page(results(40e6, 16, 100e6, 50e6)))
                .contains("reports a repeat | 8 | **no** |")
                .contains("by anybody | 16 | **no** |")
                .contains("that counts, 1 thread | 2.50 | **no** |")
                .contains("fastest library, 2 threads | 0.80 | **no** |");
    }

    @Test
    void theFastestPeerIsWhatCounts() throws IOException {
        Results results = results(60e6, 0, 100e6, 50e6);
        GRID.growth(1).forEach(cell -> results.add(Contestant.GUAVA, cell, new Measurement(80e6, 0, 0, 0)));

        assertThat(page(results)).contains("fastest library, 1 thread | 0.75 | **no** |");
    }

    @Test
    void everybodyIsMeasuredWhereSomebodyAsks() {
        assertThat(GRID.all().keySet())
                .containsAll(GRID.growth())
                .containsAll(GRID.copies())
                .containsAll(GRID.crowd())
                .hasSize(7);
        assertThat(GRID.all().get(GRID.crowd().get(0))).contains(Contestant.GUAVA, Contestant.ADDING_MAP);
        assertThat(GRID.all().get(GRID.growth(1).get(1))).doesNotContain(Contestant.ADDING_MAP);
    }

    @Test
    void thePictureStandsBesideThePageAndSaysWhatItShows() throws IOException {
        String page = page(results(60e6, 0, 100e6, 50e6));

        assertThat(page).contains("(growth-repeat.svg)");
        assertThat(Files.readString(directory.resolve("growth-repeat.svg")))
                .contains("this library is 16.7 nanoseconds with 1 application and 16.7 with 1,000")
                .contains(">notifications<", ">Resilience4j<", ">bare map, counting<")
                .doesNotContain("adding");
    }

    @Test
    void theSectionOfAnotherBenchmarkStaysAsItIs() throws IOException {
        String other = "<!-- begin store: written by its benchmark -->\n{{mails}} $1\n<!-- end store -->\n";
        Files.writeString(directory.resolve("performance.md"), "# Title\n\n" + other);

        page(results(1, 1, 1, 1));

        assertThat(page(results(2, 2, 2, 2))).startsWith("# Title\n\n" + other).containsOnlyOnce("## The repeat");
    }

    private String page(Results results) throws IOException {
        Path file = directory.resolve("performance.md");
        new Report(results, GRID, "two iterations").writeTo(file);
        return Files.readString(file);
    }

    private static Results results(double own, double bytes, double floor, double peer) {
        Results results = new Results();
        GRID.all()
                .forEach((cell, contestants) -> contestants.forEach(who -> {
                    double perSecond = who == Contestant.OWN ? own : who.isFloor() ? floor : peer;
                    results.add(
                            who, cell, new Measurement(perSecond, who == Contestant.OWN ? bytes : 40, bytes / 2, 7.5));
                }));
        return results;
    }
}
