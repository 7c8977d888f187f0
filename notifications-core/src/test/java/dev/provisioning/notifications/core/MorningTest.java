package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On a morning when many applications are due at one instant")
class MorningTest {
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final int MANY = 1_000;

    private final World world = new World();
    private final ManualTime time = ManualTime.startingAt(World.START);
    private final List<Instant> begun = new ArrayList<>();

    private Notifier node(NotificationStore store, long seed, Consumer<NotifierBuilder> settings) {
        return world.node(
                        World.START,
                        settings.andThen(builder -> builder.store(store)
                                .clock(time)
                                .scheduler(time)
                                .executor(time)
                                .random(new Random(seed))
                                .transport((notification, point) -> {
                                    begun.add(time.instant());
                                    return world.mail.deliver(notification, point);
                                })))
                .notifier;
    }

    private static AppId app(int number) {
        return AppId.of("contoso", "app-" + number);
    }

    private static void report(Notifier notifier, int from, int to, Severity severity) {
        for (int i = from; i < to; i++) {
            notifier.report(Issue.builder(app(i), IssueKind.QUARANTINED)
                    .severity(severity)
                    .summary("Problem")
                    .build());
        }
    }

    @Nested
    @DisplayName("one node")
    class OneNode {
        private final CountingStore store = new CountingStore(InMemoryNotificationStore.create());

        @Test
        void asksWhatIsDueForManyMailsAtATime() {
            Notifier node = node(store, 1, settings -> {});
            report(node, 0, MANY, Severity.CRITICAL);
            store.reset();

            time.advance(GATHERING.plusSeconds(MANY / 10));

            assertThat(world.mail.received()).hasSize(MANY);
            System.out.println("ONE reads " + store.reads + " replaces " + store.replaces + " due " + store.dues
                    + " next " + store.nextDues + " outbox " + store.outboxes);
            assertThat(store.dues + store.nextDues).isLessThan(MANY / 5);
        }
    }

    @Nested
    @DisplayName("three nodes")
    class ThreeNodes {
        private final CountingStore store = new CountingStore(InMemoryNotificationStore.sharedBy(POLL));

        @ParameterizedTest
        @ValueSource(ints = {10, 100, 1_000})
        void seldomWantTheSame(int mailsPerSecond) {
            List<Notifier> nodes = new ArrayList<>();
            for (int seed = 1; seed <= 3; seed++) {
                nodes.add(node(store, seed, settings -> settings.mailsPerSecond(mailsPerSecond)));
            }
            report(nodes.get(0), 0, MANY, Severity.CRITICAL);
            time.advance(GATHERING.minusSeconds(1));
            store.reset();

            time.advance(POLL.plusSeconds(MANY / 10));

            assertThat(world.mail.received())
                    .extracting(Notification::app)
                    .hasSize(MANY)
                    .doesNotHaveDuplicates();
            System.out.println("THREE " + mailsPerSecond + " reads " + store.reads + " replaces " + store.replaces
                    + " due " + store.dues + " next " + store.nextDues + " outbox " + store.outboxes + " conflicts "
                    + store.conflicts);
        }
    }
}
