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
    private static final List<String> LACKS = List.of("postfix (apt-get install postfix)", "the user root");

    @Test
    void aBuildThatDoesNotAskForPostfixSkipsAndSaysHowToAsk() {
        ConditionEvaluationResult decision = PostfixCondition.decide(false, () -> {
            throw new AssertionError("looked for Postfix");
        });

        assertThat(decision.isDisabled()).isTrue();
        assertThat(decision.getReason().orElse("")).contains("mvn -Pinterop verify", "as root", "apt-get install");
    }

    @Test
    void aBuildThatAsksForPostfixFailsWithoutIt() {
        assertThatThrownBy(() -> PostfixCondition.decide(true, () -> LACKS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this machine lacks postfix (apt-get install postfix), and the user root");
    }

    @Test
    void aBuildThatAsksForPostfixAndHasItRuns() {
        assertThat(PostfixCondition.decide(true, List::of).isDisabled()).isFalse();
    }

    @Test
    void aWarningBeforeTheVersionIsNoVersion() {
        assertThat(PostfixInstallation.isRecent("postconf: warning: no master.cf\n3.7.11\n"))
                .isTrue();
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
