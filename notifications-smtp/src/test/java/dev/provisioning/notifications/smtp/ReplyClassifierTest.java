package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.ReplyClassifier.meaning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.smtp.ReplyClassifier.Meaning;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyClassifierTest {
    @ParameterizedTest
    @EnumSource(names = "CLOSE", mode = EnumSource.Mode.EXCLUDE)
    void every4yzMeansTryAgain(Stage stage) {
        assertThat(IntStream.range(400, 500).mapToObj(code -> meaning(stage, Problem.ANSWERED, code)))
                .containsOnly(Meaning.RETRY);
    }

    @ParameterizedTest
    @EnumSource(names = "CLOSE", mode = EnumSource.Mode.EXCLUDE)
    void no5yzLeavesADoubt(Stage stage) {
        assertThat(IntStream.range(500, 600).mapToObj(code -> meaning(stage, Problem.ANSWERED, code)))
                .doesNotContain(Meaning.IN_DOUBT, Meaning.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"HANDOVER", "CLOSE"},
            mode = EnumSource.Mode.EXCLUDE)
    void silenceBeforeTheHandoverMeansNotAccepted(Stage stage) {
        assertThat(meaning(stage, Problem.SILENT, 0)).isEqualTo(Meaning.RETRY);
    }

    @Test
    void silenceAfterTheHandoverMeansPerhaps() {
        assertThat(meaning(Stage.HANDOVER, Problem.SILENT, 0)).isEqualTo(Meaning.IN_DOUBT);
    }

    @ParameterizedTest
    @EnumSource
    void nothingAfterTheAcceptanceTakesItBack(Problem problem) {
        assertThat(meaning(Stage.CLOSE, problem, 554)).isEqualTo(Meaning.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "GREETING", "AUTH"})
    void aServerThatRefusesUsAltogetherIsForAnAdministrator(Stage stage) {
        assertThat(meaning(stage, Problem.ANSWERED, 554)).isEqualTo(Meaning.CONFIGURATION);
        assertThat(meaning(stage, Problem.UNFIT, 0)).isEqualTo(Meaning.CONFIGURATION);
    }
}
