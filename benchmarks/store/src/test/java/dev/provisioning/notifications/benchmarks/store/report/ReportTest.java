package dev.provisioning.notifications.benchmarks.store.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.benchmarks.store.crowd.CrowdFigures;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.MailCost;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Circumstances CIRCUMSTANCES =
            new Circumstances(3, 2, 1_000, 1_000_000, "3.1", "14.1 (fsync=on)", "2 cores", "a disk");

    @TempDir
    private Path directory;

    @Test
    void whatIsReachedIsToldWithFigures() throws IOException {
        assertThat(page(results(800, 4, 2.5, 200L << 20)))
                .contains(
                        "| at least 0.70 of a raw append, SQLite, `read` and `replace`, 1, 2, 8 threads | 0.80 | yes |")
                .contains("| at least 0.70 of an upsert, PostgreSQL, `Notifier.report`, 1, 2, 8 threads | 0.80 | yes |")
                .contains("| at most 4 commits for a mail that is due alone, with the report | 4 | yes |")
                .contains("| at most 0.99 of these for each of many that are due at once | 0.63 | yes |")
                .contains("| at most 400 MiB for a million applications with an issue | 200 | yes |")
                .contains("| `Notifier`, 4 deliveries at a time, 1,000 due | 2.50 | 2.50 |")
                .doesNotContain("**no**", "–");
    }

    @Test
    void whatIsNotReachedIsToldToo() throws IOException {
        assertThat(page(results(690, 5, 5, 500L << 20)))
                .contains("`read` and `replace`, 1, 2, 8 threads | 0.69 | **no** |")
                .contains("with the report | 5 | **no** |")
                .contains("due at once | 1 | **no** |")
                .contains("with an issue | 500 | **no** |");
    }

    @Test
    void aRatioIsTheMedianOfThoseOfTheRounds() {
        Results results = new Results();
        List.of(100, 900, 1_000).forEach(rate -> {
            results.add(Contestant.UPSERT, 1, new Pace(rate, 1, 1));
            results.add(Contestant.POSTGRESQL_STORE, 1, new Pace(rate == 100 ? 100 : 450, 1, 1));
        });

        assertThat(results.overFloor(Contestant.POSTGRESQL_STORE, 1)).hasValue(0.5);
        assertThat(results.overFloor(Contestant.POSTGRESQL_STORE, 2)).isEmpty();
    }

    @Test
    void theSectionOfAnotherBenchmarkStaysAsItIs() throws IOException {
        Path file = directory.resolve("performance.md");
        String other = "<!-- begin smtp: written by its benchmark -->\n{{mails}} $1\n<!-- end smtp -->\n";
        Files.writeString(file, "# Title\n\n" + other);

        new Report(results(1, 1, 1, 1), CIRCUMSTANCES).writeTo(file);
        new Report(results(2, 2, 2, 2), CIRCUMSTANCES).writeTo(file);

        assertThat(Files.readString(file)).startsWith("# Title\n\n" + other).containsOnlyOnce("## Stores");
    }

    private String page(Results results) throws IOException {
        Path file = directory.resolve("performance.md");
        new Report(results, CIRCUMSTANCES).writeTo(file);
        return Files.readString(file);
    }

    /** The floors make a thousand a second. */
    private static Results results(double perSecond, double commitsAlone, double commitsOfMany, long bytes) {
        Results results = new Results();
        for (Contestant contestant : Contestant.values()) {
            double rate = contestant == contestant.floor() ? 1_000 : perSecond;
            Field.THREADS.forEach(threads -> results.add(contestant, threads, new Pace(rate, 1, 2)));
        }
        Pace poll = new Pace(1, 1, 2);
        for (Engine engine : Engine.values()) {
            for (Delivery delivery : Delivery.values()) {
                double commits = delivery.isOfMany() ? commitsOfMany : commitsAlone;
                results.add(engine, delivery, new MailCost(100, commits));
            }
            results.add(engine, new CrowdFigures(1_000_000, 5_000, bytes, 200, poll, poll, poll));
        }
        return results;
    }
}
