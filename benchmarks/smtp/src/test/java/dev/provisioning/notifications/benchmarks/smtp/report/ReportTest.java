package dev.provisioning.notifications.benchmarks.smtp.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Measurement;
import dev.provisioning.notifications.benchmarks.smtp.steps.StepCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final List<StepCost> STEPS = List.of(new StepCost("build a `MimeMessage`", 147.04));

    @TempDir
    private Path directory;

    @Test
    void theFastestPeerAndTheFloorAreWhatCounts() throws IOException {
        String page = page(results(9000, 10000, 1500, 40), List.of());

        assertThat(page)
                .contains("| at least 5 times as fast as the best Java peer, small mails | 6 | yes |")
                .contains("| at least 0.80 of the bare socket that renders and pipelines, small mails | 0.90 | yes |")
                .contains("| at most 2 round trips for each further mail to a distant server | 2 | yes |")
                .contains("| notifications-smtp | 9,000 |")
                .contains("| Vert.x mail client | 6.00 |")
                .contains("| build a `MimeMessage` | 147.0 |");
    }

    @Test
    void whatIsNotReachedIsToldWithTheWholeRange() throws IOException {
        Results results = results(9000, 10000, 1500, 40);
        Cell.SMALL_MAILS.stream()
                .skip(1)
                .forEach(cell -> results.add(Contestant.BARE_RENDERED, cell, rate(90_000_000)));

        assertThat(page(results, List.of()))
                .containsPattern("\\| at least 0\\.80 of .*, small mails \\| 0\\.00 to 0\\.90 \\| \\*\\*no\\*\\* \\|");
    }

    @Test
    void theVersionsAreThoseOfTheBuild() throws IOException {
        assertThat(page(results(1, 1, 1, 1), List.of())).doesNotContain("${").containsPattern("Vert\\.x \\d+\\.");
    }

    @Test
    void whoIsNotInstalledIsNamedAsSuch() throws IOException {
        assertThat(page(results(1, 1, 1, 1), List.of(Contestant.SMTP_SOURCE)))
                .contains("| Postfix `smtp-source` (not installed) | – | – | – | – | – | – |");
    }

    @Test
    void theMedianIsInTheMiddleAndFiguresThatAreUnknownAreLeftOut() {
        Results results = new Results();
        Cell cell = Cell.SMALL_MAILS.get(0);
        Stream.of(5.0, 1.0, 3.0).forEach(value -> results.add(Contestant.OWN, cell, rate(value)));

        assertThat(results.mailsPerSecond(Contestant.OWN, cell)).hasValue(3);
        assertThat(results.cpuMillis(Contestant.OWN, cell)).isEmpty();

        results.add(Contestant.OWN, cell, rate(9));
        assertThat(results.mailsPerSecond(Contestant.OWN, cell)).hasValue(4);
    }

    private String page(Results results, List<Contestant> absent) throws IOException {
        Path file = directory.resolve("performance.md");
        new Report(results, absent, STEPS, 5).writeTo(file);
        return Files.readString(file);
    }

    /** The fastest peer is Vert.x; the others have half its rate. A further mail to a distant server takes so long. */
    private static Results results(double own, double floor, double bestPeer, double furtherMillis) {
        Results results = new Results();
        Stream.of(Cell.SMALL_MAILS, Cell.BIGGER_MAILS).flatMap(List::stream).forEach(cell -> {
            Contestant.peers().forEach(peer -> results.add(peer, cell, rate(bestPeer / 2)));
            results.add(Contestant.VERTX, cell, rate(bestPeer * 3 / 2));
            results.add(Contestant.OWN, cell, rate(own));
            results.add(Contestant.BARE_RENDERED, cell, rate(floor));
        });
        Cell.DISTANT.forEach(cell -> results.add(Contestant.OWN, cell, rate(1000 / furtherMillis)));
        return results;
    }

    private static Measurement rate(double mailsPerSecond) {
        return new Measurement(1, mailsPerSecond, Double.NaN, Double.NaN, 1);
    }
}
