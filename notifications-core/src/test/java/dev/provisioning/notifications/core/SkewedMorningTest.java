package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On a morning when many are due at one instant, three nodes whose clocks are ten minutes apart")
class SkewedMorningTest {
    private static final int APPLICATIONS = Integer.getInteger("morning.applications", 1_000);
    private static final int URGENT_ONE_IN = 50;
    private static final int MAILS_PER_SECOND = 10;
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final Duration GATHERING = Duration.ofMinutes(30);
    /** What three nodes look at together before they look again: 16 times 4 deliveries each. */
    private static final int AT_A_TIME = 3 * 64;

    private final World world = new World();
    private final ManualTime time = ManualTime.startingAt(World.START);
    private final InMemoryNotificationStore store = InMemoryNotificationStore.sharedBy(Duration.ofMinutes(1));
    private final List<List<Instant>> deliveries = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private Notifier node(int number) {
        return world.node(
                        World.START,
                        settings -> settings.store(store)
                                .clock(time.skewedBy(SKEW.multipliedBy(number - 1)))
                                .scheduler(time)
                                .executor(time)
                                .random(new Random(number))
                                .mailsPerSecond(MAILS_PER_SECOND)
                                .composer(new PlainComposer())
                                .policy(World.policy().gathering(GATHERING).build())
                                .transport((notification, point) -> {
                                    deliveries.get(number).add(time.instant());
                                    return world.mail.deliver(notification, point);
                                }))
                .notifier;
    }

    private static Issue issue(int number) {
        Severity severity = number % URGENT_ONE_IN == 0 ? Severity.URGENT : Severity.CRITICAL;
        return Issue.builder(AppId.of("contoso", severity + "-" + number), IssueKind.QUARANTINED)
                .severity(severity)
                .summary("Problem")
                .build();
    }

    @Test
    void sendOneToEachTheMostUrgentFirstAndNoneMoreThanAllowed() {
        List<Notifier> nodes = IntStream.range(0, 3).mapToObj(this::node).toList();
        for (int i = 0; i < APPLICATIONS; i++) {
            nodes.get(1).report(issue(APPLICATIONS - i));
        }

        time.advance(GATHERING.plus(SKEW.multipliedBy(2)).plusSeconds(APPLICATIONS / MAILS_PER_SECOND));

        List<AppId> sent = world.mail.received().stream().map(Notification::app).toList();
        assertThat(sent).hasSize(APPLICATIONS).doesNotHaveDuplicates();
        assertThat(lastUrgent(sent)).isLessThan(APPLICATIONS / URGENT_ONE_IN + AT_A_TIME);
        deliveries.forEach(SkewedMorningTest::assertNoSecondHasMoreThanAllowed);
    }

    private static int lastUrgent(List<AppId> sent) {
        return IntStream.range(0, sent.size())
                .filter(i -> sent.get(i).name().startsWith(Severity.URGENT.name()))
                .max()
                .orElseThrow();
    }

    private static void assertNoSecondHasMoreThanAllowed(List<Instant> ofOneNode) {
        for (int i = MAILS_PER_SECOND; i < ofOneNode.size(); i++) {
            assertThat(Duration.between(ofOneNode.get(i - MAILS_PER_SECOND), ofOneNode.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }
}
