package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The smaller words of the domain")
class ValuesTest {
    @Nested
    @DisplayName("An application")
    class Applications {
        @Test
        void isToldByTenantAndName() {
            assertThat(AppId.of("contoso", "hr"))
                    .isEqualTo(AppId.of("contoso", "hr"))
                    .hasSameHashCodeAs(AppId.of("contoso", "hr"))
                    .isNotEqualTo(AppId.of("fabrikam", "hr"))
                    .isNotEqualTo(AppId.of("contoso", "HR"))
                    .isNotEqualTo(AppId.of("hr", "contoso"))
                    .hasToString("contoso/hr");
        }

        @Test
        void isNotConfusedByASlash() {
            assertThat(AppId.of("a/b", "c")).isNotEqualTo(AppId.of("a", "b/c"));
        }
    }

    @Nested
    @DisplayName("A kind")
    class Kinds {
        @ParameterizedTest
        @ValueSource(strings = {"a", "quota-exceeded", "a1-2b", "x-509"})
        void isLowerCaseWordsJoinedByHyphens(String name) {
            assertThat(IssueKind.of(name)).isEqualTo(new IssueKind(name)).hasToString(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"A", "quota exceeded", "-a", "a-", "a--b", "1a", "a_b", "quota\u0131", "İ", "+a", "ä"})
        void isNothingElse(String name) {
            assertRefused("kind.name", () -> IssueKind.of(name)).hasMessageContaining("\"" + name + "\"");
        }

        @Test
        void thatIsWellKnownIsAConstantOfItsOwnName() throws IllegalAccessException {
            List<Field> constants = Arrays.stream(IssueKind.class.getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .toList();

            assertThat(constants).hasSize(9);
            for (Field constant : constants) {
                String name =
                        constant.getName().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                assertThat(Objects.requireNonNull(constant.get(null))).isEqualTo(IssueKind.of(name));
            }
        }
    }

    @Nested
    @DisplayName("A severity")
    class Severities {
        @Test
        void isComparedFromTheLeastToTheMost() {
            assertThat(Severity.values())
                    .containsExactly(Severity.INFO, Severity.WARNING, Severity.CRITICAL, Severity.URGENT);
            for (Severity one : Severity.values()) {
                for (Severity other : Severity.values()) {
                    assertThat(one.isAtLeast(other)).isEqualTo(one.compareTo(other) >= 0);
                }
            }
        }
    }

    @Nested
    @DisplayName("A deadline")
    class Deadlines {
        @Test
        void hasATimeAndAConsequence() {
            assertThat(new Deadline(NOON, "It stops.")).isEqualTo(new Deadline(NOON, "It stops."));
            assertRefused("deadline.at", () -> new Deadline(Absent.value(), "It stops."));
        }
    }

    @Nested
    @DisplayName("A stage")
    class Stages {
        @ParameterizedTest
        @EnumSource
        void concernsTheServerFromItsNameToTheSignIn(Stage stage) {
            List<Stage> server = List.of(Stage.LOOKUP, Stage.CONNECT, Stage.TLS, Stage.GREETING, Stage.AUTH);

            assertThat(stage.concernsServer()).isEqualTo(server.contains(stage));
        }
    }
}
