package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.TEAM;
import static dev.provisioning.notifications.Samples.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What became of a delivery")
class DeliveryTest {
    private static final Recipient OTHER = Recipient.mail("other@example.com");
    private static final DeliveryFault FAULT = DeliveryFault.at(Stage.RECIPIENT, "no such user");

    @Nested
    @DisplayName("A fault")
    class Faults {
        @ParameterizedTest
        @ValueSource(ints = {0, 200, 250, 421, 599})
        void hasAReplyCodeOrNone(int code) {
            assertThat(new DeliveryFault(Stage.DATA, code, null, "text").code()).isEqualTo(code);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 1, 199, 600, Integer.MIN_VALUE, Integer.MAX_VALUE})
        void hasNoOtherCode(int code) {
            assertRefused("fault.code", () -> new DeliveryFault(Stage.DATA, code, null, "text"))
                    .hasMessageEndingWith(": " + code);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2.0.0", "4.7.1", "5.123.999"})
        void mayHaveAnEnhancedCode(String code) {
            assertThat(new DeliveryFault(Stage.DATA, 550, code, "text").enhancedCode())
                    .isEqualTo(code);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "3.0.0",
                    "5.7",
                    "5.7.1.1",
                    "5.7.1234",
                    "5.7.1\n",
                    "5.7.x",
                    "٥.7.1",
                    "5.٧.1",
                    "#5.7.1"
                })
        void hasNoOtherEnhancedCode(String code) {
            assertRefused("fault.enhancedCode", () -> new DeliveryFault(Stage.DATA, 550, code, "text"));
        }

        @Test
        void hasAStage() {
            assertRefused("fault.stage", () -> new DeliveryFault(Absent.value(), 0, null, "text"));
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "DATA, 0, -, DATA: text",
                    "RECIPIENT, 550, -, RECIPIENT 550: text",
                    "RECIPIENT, 550, 5.1.1, RECIPIENT 550 5.1.1: text",
                    "TLS, 0, 5.7.1, TLS 5.7.1: text"
                })
        void tellsAllOfItselfOnOneLine(Stage stage, int code, String enhanced, String shown) {
            assertThat(new DeliveryFault(stage, code, enhanced, "text")).hasToString(shown);
        }

        @Test
        void concernsTheServerByItsStageOrByAReplyOf421() {
            assertThat(DeliveryFault.at(Stage.AUTH, "text").concernsServer()).isTrue();
            assertThat(DeliveryFault.at(Stage.RECIPIENT, "text").concernsServer())
                    .isFalse();
            assertThat(new DeliveryFault(Stage.RECIPIENT, 421, null, "text").concernsServer())
                    .isTrue();
            assertThat(new DeliveryFault(Stage.RECIPIENT, 450, null, "text").concernsServer())
                    .isFalse();
        }

        @Test
        void isMadeOfAnyText() {
            assertThat(DeliveryFault.at(Stage.CONNECT, "a\r\nb"))
                    .isEqualTo(new DeliveryFault(Stage.CONNECT, 0, null, "a b"));
            assertThat(DeliveryFault.at(Stage.CONNECT, null).text()).isEqualTo("(no text)");
            assertThat(DeliveryFault.at(Stage.CONNECT, "\u00a0").text()).isEqualTo("(no text)");
            assertThat(DeliveryFault.at(Stage.CONNECT, "x".repeat(501)).text()).isEqualTo("x".repeat(500));
        }
    }

    @Nested
    @DisplayName("An outcome for one recipient")
    class Outcomes {
        @Test
        void hasAFaultJustIfItIsNoAcceptance() {
            assertThat(RecipientOutcome.accepted(TEAM))
                    .isEqualTo(new RecipientOutcome(TEAM, RecipientOutcome.Status.ACCEPTED, null));
            assertThat(RecipientOutcome.deferred(TEAM, FAULT))
                    .isEqualTo(new RecipientOutcome(TEAM, RecipientOutcome.Status.DEFERRED, FAULT));
            assertThat(RecipientOutcome.refused(TEAM, FAULT))
                    .isEqualTo(new RecipientOutcome(TEAM, RecipientOutcome.Status.REFUSED, FAULT));

            assertRefused("outcome.fault", () -> new RecipientOutcome(TEAM, RecipientOutcome.Status.ACCEPTED, FAULT));
            assertRefused("outcome.fault", () -> RecipientOutcome.deferred(TEAM, Absent.value()));
            assertRefused("outcome.fault", () -> RecipientOutcome.refused(TEAM, Absent.value()));
        }

        @Test
        void hasARecipientAndAStatus() {
            assertRefused("outcome.recipient", () -> RecipientOutcome.accepted(Absent.value()));
            assertRefused("outcome.status", () -> new RecipientOutcome(TEAM, Absent.value(), null));
        }

        @Test
        void doesNotShowTheAddress() {
            assertThat(RecipientOutcome.accepted(TEAM).toString())
                    .contains("t***@example.com")
                    .doesNotContain("team");
        }
    }

    @Nested
    @DisplayName("A result")
    class Results {
        @Test
        void ofAnAcceptanceNamesEveryRecipientOfTheMail() {
            assertThat(DeliveryResult.accepted(notification(List.of(TEAM, OTHER))))
                    .isEqualTo(new DeliveryResult.Accepted(
                            List.of(RecipientOutcome.accepted(TEAM), RecipientOutcome.accepted(OTHER))));
        }

        @Test
        void isAcceptedIfOneRecipientWas() {
            List<RecipientOutcome> some =
                    List.of(RecipientOutcome.refused(TEAM, FAULT), RecipientOutcome.accepted(OTHER));
            assertThat(new DeliveryResult.Accepted(some).outcomes()).isEqualTo(some);

            assertRefused("result.outcomes", () -> new DeliveryResult.Accepted(List.of()));
            assertRefused(
                    "result.outcomes",
                    () -> new DeliveryResult.Accepted(List.of(RecipientOutcome.deferred(TEAM, FAULT))));
        }

        @Test
        void keepsAsManyOutcomesAsAMailHasRecipients() {
            List<RecipientOutcome> most =
                    Collections.nCopies(Subscription.MAX_RECIPIENTS, RecipientOutcome.accepted(TEAM));
            assertThat(new DeliveryResult.Accepted(most).outcomes()).hasSize(50);

            List<RecipientOutcome> tooMany = new ArrayList<>(most);
            tooMany.add(RecipientOutcome.accepted(OTHER));
            assertRefused("result.outcomes", () -> new DeliveryResult.Accepted(tooMany));
            assertRefused("result.outcomes", () -> new DeliveryResult.Rejected(FAULT, tooMany));
        }

        @Test
        void copiesItsOutcomes() {
            List<RecipientOutcome> given = new ArrayList<>(List.of(RecipientOutcome.accepted(TEAM)));
            DeliveryResult.Accepted accepted = new DeliveryResult.Accepted(given);
            DeliveryResult.Rejected rejected = new DeliveryResult.Rejected(FAULT, given);

            given.clear();

            assertThat(accepted.outcomes()).hasSize(1);
            assertThat(rejected.outcomes()).hasSize(1);
            assertThatThrownBy(() -> accepted.outcomes().clear()).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> rejected.outcomes().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void isMadeOfAStageAndAText() {
            DeliveryFault fault = new DeliveryFault(Stage.DATA, 0, null, "a b");

            assertThat(DeliveryResult.retry(Stage.DATA, "a\nb")).isEqualTo(new DeliveryResult.Retry(fault, null));
            assertThat(DeliveryResult.rejected(Stage.DATA, "a\nb"))
                    .isEqualTo(new DeliveryResult.Rejected(fault, List.of()));
            assertThat(DeliveryResult.misconfigured(Stage.DATA, "a\nb"))
                    .isEqualTo(new DeliveryResult.Misconfigured(fault));
            assertThat(DeliveryResult.inDoubt("a\nb"))
                    .isEqualTo(new DeliveryResult.InDoubt(new DeliveryFault(Stage.HANDOVER, 0, null, "a b")));
        }

        @Test
        void thatIsNoAcceptanceSaysWhy() {
            assertRefused("result.fault", () -> new DeliveryResult.Retry(Absent.value(), Duration.ZERO));
            assertRefused("result.fault", () -> new DeliveryResult.Rejected(Absent.value(), List.of()));
            assertRefused("result.fault", () -> new DeliveryResult.Misconfigured(Absent.value()));
            assertRefused("result.fault", () -> new DeliveryResult.InDoubt(Absent.value()));
            assertRefused("result.outcomes", () -> new DeliveryResult.Rejected(FAULT, Absent.value()));
            assertRefused("result.outcomes", () -> new DeliveryResult.Accepted(Absent.value()));
        }
    }
}
