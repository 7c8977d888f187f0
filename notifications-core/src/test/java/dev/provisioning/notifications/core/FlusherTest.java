package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Entry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What memory holds back is written")
class FlusherTest {
    private static final Duration FLUSH_INTERVAL = Duration.ofSeconds(2);
    private static final int APPLICATIONS = 250;

    private final World world = new World();
    private final AtomicInteger asked = new AtomicInteger();
    private final Node node = world.node(
            World.START,
            settings -> settings.flushInterval(FLUSH_INTERVAL).subscriptions(app -> {
                asked.incrementAndGet();
                return world.subscription;
            }));

    @Test
    void forHoweverManyApplications() {
        reportTwice();

        node.advance(FLUSH_INTERVAL);

        assertThat(written()).isEqualTo(APPLICATIONS);
    }

    @Test
    void butOthersHaveTheirTurnMeanwhile() {
        reportTwice();
        AtomicInteger writtenBefore = new AtomicInteger();
        node.time.schedule(FLUSH_INTERVAL, () -> writtenBefore.set(written()));

        node.advance(FLUSH_INTERVAL);

        assertThat(writtenBefore).satisfies(count -> assertThat(count.get()).isBetween(1, APPLICATIONS - 1));
    }

    @Test
    void alsoIfTheStoreFailsInAWayThatNobodyExpects() {
        reportTwice();
        world.store.beforeNext(ledger -> true, () -> {
            throw new AssertionError("an error that nobody expects");
        });
        assertThatThrownBy(() -> node.advance(FLUSH_INTERVAL)).isInstanceOf(AssertionError.class);

        node.advance(FLUSH_INTERVAL.multipliedBy(2));

        assertThat(written()).isEqualTo(APPLICATIONS);
    }

    /** The source may have to ask a database, and would be asked by everybody at once. */
    @Test
    void withoutAskingTheSourceForWhatIsStillHeld() {
        reportTwice();
        int before = asked.get();

        node.advance(FLUSH_INTERVAL);

        assertThat(written()).isEqualTo(APPLICATIONS);
        assertThat(asked).hasValue(before);
    }

    @Nested
    @DisplayName("when somebody wants to know, on a store that dies with the process")
    class OfThisProcessAlone {
        private final InMemoryNotificationStore store = InMemoryNotificationStore.create();
        private final Node alone = world.node(World.START, settings -> settings.store(store));

        @Test
        void andNotBefore() {
            alone.notifier.report(issue("a"));
            alone.notifier.report(issue("a"));
            alone.advance(FLUSH_INTERVAL.multipliedBy(2));

            assertThat(count()).isEqualTo(1);
        }

        @Test
        void beItTheReaderOfADraft() {
            alone.notifier.report(issue("a"));
            alone.notifier.report(issue("a"));

            assertThat(alone.notifier.draft(APP)).isPresent();

            assertThat(count()).isEqualTo(2);
        }

        @Test
        void orOfTheMail() {
            alone.notifier.report(issue("a"));
            alone.notifier.report(issue("a"));
            alone.gather();

            assertThat(world.mail.received()).hasSize(1);
            assertThat(count()).isEqualTo(2);
        }

        @Test
        void orTheNextToUseTheStore() {
            alone.notifier.report(issue("a"));
            alone.notifier.report(issue("a"));
            alone.notifier.close();

            assertThat(count()).isEqualTo(2);
        }

        @Test
        void butLongWordsAreNotLeftInTheWay() {
            alone.notifier.report(issue("a"));
            alone.notifier.report(Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                    .key("a")
                    .summary("Problem a")
                    .detail("It went wrong again. ".repeat(100))
                    .build());
            alone.advance(FLUSH_INTERVAL);

            assertThat(count()).isEqualTo(2);
        }

        private long count() {
            return store.read(APP).entries().values().iterator().next().count();
        }
    }

    private void reportTwice() {
        issues().forEach(node.notifier::report);
        issues().forEach(node.notifier::report);
    }

    private int written() {
        return (int) issues().stream()
                .flatMap(issue -> world.kept.read(issue.app()).entries().values().stream())
                .filter(entry -> entry.count() == 2)
                .map(Entry::key)
                .count();
    }

    private static List<Issue> issues() {
        return IntStream.range(0, APPLICATIONS)
                .mapToObj(i -> Issue.builder(AppId.of("contoso", "app-" + i), IssueKind.QUARANTINED)
                        .summary("Quarantined")
                        .build())
                .toList();
    }
}
