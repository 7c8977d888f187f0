package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Subscription;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotifierBuilderTest {
    private static NotifierBuilder complete() {
        return Notifier.builder()
                .transport((notification, point) -> DeliveryResult.accepted(notification))
                .subscriptions(app -> Subscription.off());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Notifier.builder().build())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("notifier.transport is missing; notifier.subscriptions is missing");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers without a null check do
    void whatIsNullIsNamed() {
        assertThatThrownBy(() -> complete()
                        .policy(null)
                        .whenInDoubt(null)
                        .listener(null)
                        .clock(null)
                        .random(null)
                        .closeTimeout(null)
                        .build())
                .hasMessage("notifier.policy is missing; notifier.whenInDoubt is missing; notifier.listener is missing;"
                        + " notifier.clock is missing; notifier.random is missing; notifier.closeTimeout is missing");
        assertThatThrownBy(() -> DailyPolicy.builder()
                        .threshold(null)
                        .morning(null)
                        .minimumGap(null)
                        .build())
                .hasMessage("policy.threshold is missing; policy.morning is missing; policy.minimumGap is missing");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        NotifierBuilder wrong = Notifier.builder()
                .nodeId("not a name")
                .flushInterval(Duration.ofMillis(9))
                .deliveryTimeout(Duration.ofMillis(999))
                .closeTimeout(Duration.ofMillis(-1))
                .maxIssuesPerApplication(0)
                .maxBufferedIssues(1_000_001)
                .maxDeliveries(0)
                .mailsPerSecond(10_001);

        assertThatThrownBy(wrong::build)
                .asInstanceOf(type(InvalidConfigurationException.class))
                .extracting(InvalidConfigurationException::faults)
                .isEqualTo(List.of(
                        "notifier.transport is missing",
                        "notifier.subscriptions is missing",
                        "notifier.nodeId is not 1 to 100 letters, digits, dots, hyphens and underscores",
                        "notifier.flushInterval is PT0.009S, not from PT0.01S to PT1H",
                        "notifier.deliveryTimeout is PT0.999S, not from PT1S to PT24H",
                        "notifier.closeTimeout is PT-0.001S, not from PT0S to PT1H",
                        "notifier.maxIssuesPerApplication is 0, not from 1 to 1000",
                        "notifier.maxBufferedIssues is 1000001, not from 0 to 1000000",
                        "notifier.maxDeliveries is 0, not from 1 to 1000",
                        "notifier.mailsPerSecond is 10001, not from 1 to 10000"));
    }

    @Test
    void theBoundsThemselvesAreFine() {
        assertThatCode(() -> complete()
                        .nodeId("node-1.example_A")
                        .flushInterval(Duration.ofMillis(10))
                        .deliveryTimeout(Duration.ofDays(1))
                        .closeTimeout(Duration.ZERO)
                        .maxIssuesPerApplication(1_000)
                        .maxBufferedIssues(0)
                        .maxDeliveries(1_000)
                        .mailsPerSecond(1)
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void twoPartsAreEnough() {
        try (Notifier notifier = complete().build()) {
            assertThat(notifier.explain(World.APP).verdict()).isEqualTo(Explanation.Verdict.SWITCHED_OFF);
        }
    }
}
