package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole story, told once. */
class StoryTest {
    @TempDir
    private static Path folder;

    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static Story.Outcome outcome;

    @BeforeAll
    static void tell() {
        outcome = Story.tell(new PrintStream(PRINTED, true, StandardCharsets.UTF_8), folder);
    }

    @Test
    void everyPromiseIsKept() {
        assertThat(outcome.verdicts())
                .hasSize(4)
                .allSatisfy(verdict -> assertThat(verdict.broken()).isEmpty());
        assertThat(outcome.isGood()).isTrue();
    }

    @Test
    void eachApplicationThatFailsGetsOneMailADay() {
        assertThat(byApplication(Tally.Row::mails))
                .isEqualTo(Map.of(
                        "Salesforce", List.of(1, 1, 0, 0, 0),
                        "Workday", List.of(1, 1, 0, 0, 0),
                        "Zendesk", List.of(0, 0, 0, 0, 0),
                        "Kronos", List.of(1, 1, 1, 0, 0),
                        "Slack", List.of(0, 0, 0, 0, 0)));
    }

    @Test
    void everyFailingCycleReportsWhetherAMailComesOfItOrNot() {
        assertThat(byApplication(Tally.Row::issues))
                .isEqualTo(Map.of(
                        "Salesforce", List.of(21, 32, 0, 0, 0),
                        "Workday", List.of(19, 34, 1, 0, 0),
                        "Zendesk", List.of(17, 63, 72, 30, 0),
                        "Kronos", List.of(15, 63, 46, 0, 0),
                        "Slack", List.of(0, 0, 0, 0, 0)));
    }

    @Test
    void theMailOfTheOutageIsLateAndNotDoubled() {
        assertThat(outcome.mails().stream()
                        .map(mail -> mail.at().atZone(Story.ZONE))
                        .filter(at -> at.getDayOfMonth() == 4))
                .singleElement()
                .satisfies(at -> assertThat(at.getHour()).isBetween(11, 12));
    }

    @Test
    void whatWasKeptBackLeadsTheNextMail() {
        CaughtMail second = outcome.mails().stream()
                .filter(mail -> mail.subject().contains("Salesforce"))
                .skip(1)
                .findFirst()
                .orElseThrow();

        assertThat(second.says("because 10 cycles in a row have failed")).isTrue();
        assertThat(second.says("The account that the engine signs in with is refused"))
                .isTrue();
        assertThat(second.html()).contains("because 10 cycles in a row have failed");
    }

    @Test
    void anotherProcessFindsWhatTheKilledOneHeld() {
        assertThat(PRINTED.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "  10:20  ☠  kill -9: the engine's process is gone, with all it had in memory (exit code ",
                        "  10:40  ▶  Another process goes on with the file of the first, and finds in it:",
                        "  10:40  ✓  Salesforce: 2 issues held; last mail Tue 08:02, next mail Wed 08:02",
                        "  10:40  ✓  Workday: 2 issues held; last mail Tue 08:04, next mail Wed 08:04",
                        "  10:40  ✓  Kronos: 3 issues held; last mail Tue 08:07, next mail Wed 08:07");
    }

    @Test
    void theNextMailTellsWhatOnlyTheKilledProcessHasSeenAndCountsForBoth() {
        CaughtMail third = outcome.mails().stream()
                .filter(mail -> mail.subject().contains("Kronos"))
                .skip(2)
                .findFirst()
                .orElseThrow();

        assertThat(third.says("The server does not answer")).isTrue();
        assertThat(third.says("Seen on Tue 3 Mar 2026, 09:20 (26 hours ago). Reported once."))
                .isTrue();
        assertThat(third.says("Since Mon 2 Mar 2026, 16:00 (43 hours ago), last seen Wed 4 Mar 2026, 11:20 ("))
                .isTrue();
        assertThat(third.says("Reported 65 times")).isTrue();
    }

    @Test
    void noProcessIsLeftBehind() {
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void noMailNamesAPersonOrAPassword() throws IOException {
        List<String> names = PeopleFile.read(folder.resolve("people.csv")).rows().stream()
                .map(row -> row.person().familyName())
                .toList();

        assertThat(names).hasSizeGreaterThan(100);
        assertThat(outcome.mails())
                .allSatisfy(mail -> assertThat(mail.text() + mail.html())
                        .doesNotContain(names)
                        .doesNotContain("spring-2026", "summer-2026"));
    }

    @Test
    void theTimelineShowsEachMailAndHowEachDayWent() {
        String printed = PRINTED.toString(StandardCharsets.UTF_8);

        assertThat(printed.lines().filter(line -> line.contains("✉  "))).hasSize(7);
        assertThat(printed)
                .contains("Day 1 · Monday 2 March 2026", "Day 5 · Friday 6 March 2026")
                .contains("Salesforce  ·····················×××××××××××××××  15 failed, 1 mail")
                .contains("which had to wait since 08:");
    }

    @Test
    void theMailboxHoldsAFileForEachMailAndAPageOfAll() throws IOException {
        Path page = new Mailbox(folder.resolve("mailbox"), Story.ZONE).write(outcome);

        try (Stream<Path> files = Files.list(folder.resolve("mailbox"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".eml"))).hasSize(7);
        }
        assertThat(Files.readString(page))
                .contains("<iframe sandbox", "&lt;html", "Kronos: in quarantine", "mail-07.eml")
                .doesNotContain("<script", "src=\"http");
    }

    private static Map<String, List<Integer>> byApplication(Function<Tally.Row, List<Integer>> numbers) {
        return outcome.tally().rows().stream().collect(Collectors.toMap(Tally.Row::application, numbers));
    }
}
