package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

@DisplayName("P5: an outage of the mail server costs nothing but time")
@ExpectsWarnings
class OutageTest {
    private static final DeliveryResult DOWN = DeliveryResult.retry(Stage.CONNECT, "connection refused");

    private final World world = new World();
    private final NotificationListener listener = Mockito.mock(NotificationListener.class);
    private final Node node = world.node(World.START, settings -> settings.listener(listener));
    private final List<AppId> apps = IntStream.range(0, 50)
            .mapToObj(i -> AppId.of("contoso", "app-" + i))
            .toList();

    private void reportAll() {
        apps.forEach(app -> node.notifier.report(Issue.builder(app, IssueKind.QUARANTINED)
                .summary("Problem of " + app.name())
                .build()));
    }

    private int attemptsCounted() {
        return apps.stream()
                .mapToInt(app -> world.kept.read(app).slot().attempts())
                .sum();
    }

    @Test
    void afterThreeDaysEachApplicationGetsOneMail() {
        world.mail.alwaysAnswers(DOWN);
        reportAll();
        node.advance(Duration.ofDays(3));
        int attempts = world.mail.attempted().size();
        assertThat(attempts).as("one probe in ten minutes or less").isBetween(432, 1_200);
        assertThat(attemptsCounted()).isEqualTo(attempts);

        world.mail.alwaysAccepts();
        node.advance(Duration.ofHours(2));

        assertThat(world.mail.received()).extracting(Notification::app).containsExactlyInAnyOrderElementsOf(apps);
        Mockito.verify(listener).transportPaused(ArgumentMatchers.any(), ArgumentMatchers.any());
        Mockito.verify(listener).transportResumed();
    }

    @Test
    void theyLeaveSlowlyAtFirstAndNeverFasterThanTheRate() {
        world.mail.alwaysAnswers(DOWN);
        reportAll();
        node.advance(Duration.ofMinutes(10));

        world.mail.alwaysAccepts();
        node.advance(Duration.ofHours(2));

        List<Instant> left =
                world.mail.received().stream().map(Notification::date).toList();
        assertThat(Duration.between(left.get(1), left.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(Duration.between(left.get(2), left.get(3))).isGreaterThanOrEqualTo(Duration.ofMillis(250));
        for (int i = 1; i < left.size(); i++) {
            assertThat(Duration.between(left.get(i - 1), left.get(i))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void whileItIsPausedNothingIsClaimed() {
        world.mail.alwaysAnswers(DOWN);
        reportAll();

        node.advance(Duration.ofSeconds(80)); // gathered, and one attempt has failed

        assertThat(world.mail.attempted()).hasSize(1);
        assertThat(attemptsCounted()).isEqualTo(1);
        assertThat(apps)
                .allSatisfy(
                        app -> assertThat(node.notifier.explain(app).verdict()).isEqualTo(Verdict.TRANSPORT_PAUSED));
    }

    @Test
    void aPasswordThatTheServerRefusesPausesItForAll() {
        world.mail.alwaysAnswers(DeliveryResult.misconfigured(Stage.AUTH, "535 wrong password"));
        reportAll();

        node.advance(Duration.ofMinutes(6));
        assertThat(world.mail.attempted()).hasSizeLessThanOrEqualTo(2);

        world.mail.alwaysAccepts();
        node.advance(Duration.ofHours(6));
        assertThat(world.mail.received()).extracting(Notification::app).containsExactlyInAnyOrderElementsOf(apps);
    }

    @Test
    void aMailThatIsRefusedDoesNotPauseTheOthers() {
        world.mail.nextAnswers(DeliveryResult.rejected(Stage.RECIPIENT, "550 no such user"));
        world.mail.nextAnswers(DeliveryResult.misconfigured(Stage.SENDER, "553 not allowed"));
        world.mail.nextAnswers(DeliveryResult.retry(Stage.RECIPIENT, "450 greylisted"));
        reportAll();

        node.advance(Duration.ofMinutes(2));

        assertThat(world.mail.attempted().size()).isGreaterThanOrEqualTo(50);
        assertThat(world.mail.received().size()).isGreaterThanOrEqualTo(47);
    }
}
