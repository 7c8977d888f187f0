package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is skipped, and who fails. */
class PostfixConditionTest {
    private static final List<String> NO_PROGRAM = List.of("the program postfix", "the program postconf");

    @Test
    void aBuildThatDoesNotAskForPostfixSkipsAndSaysHowToAsk() {
        ConditionEvaluationResult decision = PostfixCondition.decide(false, List.of());

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason()).hasValue("Postfix is tried by mvn -Pinterop verify");
    }

    @Test
    void aBuildThatDoesNotAskForPostfixSaysWhatIsMissing() {
        ConditionEvaluationResult decision = PostfixCondition.decide(false, NO_PROGRAM);

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason().orElse(""))
                .contains("mvn -Pinterop verify", "the program postfix, the program postconf", "apt-get install");
    }

    @Test
    void aBuildThatAsksForPostfixFailsWithoutIt() {
        assertThatThrownBy(() -> PostfixCondition.decide(true, NO_PROGRAM))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("the program postfix, the program postconf", "apt-get install");
    }

    @Test
    void aBuildThatAsksForPostfixAndHasItRuns() {
        assertThat(PostfixCondition.decide(true, List.of()).isDisabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3.6.0, true",
        "3.7.11, true",
        "3.10.4, true",
        "4.0, true",
        "3.5.25, false",
        "2.11.0, false",
        "'', false"
    })
    void versionsAreComparedAsNumbers(String version, boolean recent) {
        assertThat(PostfixInstallation.isRecent(version + "\n")).isEqualTo(recent);
    }
}
