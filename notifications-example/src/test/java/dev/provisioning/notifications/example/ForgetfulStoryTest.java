package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same story without the file: shows that the promises would be broken, and that the check sees it. */
class ForgetfulStoryTest {
    @TempDir
    private static Path folder;

    private static Story.Outcome outcome;

    @BeforeAll
    static void tell() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        outcome = Story.tellWithoutStore(nowhere, folder);
    }

    @Test
    void whoHasHadTheMailOfTheDayGetsASecondOne() {
        assertThat(outcome.isGood()).isFalse();
        assertThat(broken("At most one mail"))
                .containsExactly(
                        "one more mail about contoso-works/workday on 2026-03-03: Workday: does not answer",
                        "one more mail about contoso-works/kronos on 2026-03-03: Kronos: mass deletion stopped");
    }

    @Test
    void whatOnlyTheKilledProcessHasSeenIsLost() {
        assertThat(broken("Every acknowledged issue"))
                .contains("target-unreachable of contoso-works/kronos, acknowledged at 2026-03-03T08:20:00Z, is not in"
                        + " the next mail");
        assertThat(outcome.mails())
                .filteredOn(mail -> mail.subject().contains("Kronos"))
                .isNotEmpty()
                .noneMatch(mail -> mail.says("The server does not answer"));
    }

    private static List<String> broken(String promise) {
        return outcome.verdicts().stream()
                .filter(verdict -> verdict.promise().startsWith(promise))
                .flatMap(verdict -> verdict.broken().stream())
                .toList();
    }
}
