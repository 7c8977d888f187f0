package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.core.World.Node;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("P3: a repeat costs about a look-up")
class RepeatCostTest {
    private static final int REPEATS = 100_000;
    private static final int ROUNDS = 4;

    private final World world = new World();
    private final AtomicInteger asked = new AtomicInteger();
    private final Node node = world.node(
            World.START,
            settings -> settings.maxIssuesPerApplication(2).subscriptions(app -> {
                asked.incrementAndGet();
                return world.subscription;
            }));

    @Nested
    @DisplayName("no operation of the store, and no question to the source")
    class Operations {
        @Test
        void whoeverMadeTheIssue() {
            node.notifier.report(issue("a"));

            assertThat(operationsOf(() -> reportAll(repeats(() -> issue("a"))))).isZero();
        }

        @Test
        void forAnyOfAThousandApplications() {
            List<Issue> issues = aThousand();
            issues.forEach(node.notifier::report);

            assertThat(operationsOf(() -> reportAll(aThousand()))).isZero();
        }

        @Test
        void ifItIsOfALesserSeverity() {
            node.notifier.report(issue("a", Severity.URGENT));

            assertThat(operationsOf(() -> reportAll(List.of(issue("a"))))).isZero();
            assertThat(node.notifier.report(issue("a", Severity.INFO))).isEqualTo(Disposition.IGNORED);
        }

        @Test
        void ifItIsCountedOnly() {
            Stream.of("a", "b", "c").forEach(key -> node.notifier.report(issue(key)));

            assertThat(operationsOf(() -> reportAll(List.of(issue("d"), issue("e")))))
                    .isZero();
        }

        private long operationsOf(Runnable work) {
            long before = world.store.operations() + asked.get();
            work.run();
            return world.store.operations() + asked.get() - before;
        }
    }

    @Nested
    @DisplayName("not a byte is allocated")
    class Allocation {
        @Test
        void forOneObjectReportedAgainAndAgain() {
            Issue issue = issue("a");
            node.notifier.report(issue);

            assertThat(bytesFor(List.of(issue))).isZero();
        }

        @Test
        void forOneOfAThousandApplications() {
            List<Issue> issues = aThousand();
            issues.forEach(node.notifier::report);

            assertThat(bytesFor(issues)).isZero();
        }

        @Test
        void forNewIssuesThatSayTheSame() {
            node.notifier.report(issue("a"));

            assertThat(bytesFor(repeats(() -> issue("a")))).isZero();
        }

        @Test
        void forSeveralIssuesOfOneApplicationAndTheseThatAreCountedOnly() {
            List<Issue> issues = Stream.of("a", "b", "c", "d").map(World::issue).toList();
            issues.forEach(node.notifier::report);

            assertThat(bytesFor(issues)).isZero();
        }

        @Test
        void forALesserSeverity() {
            node.notifier.report(issue("a", Severity.URGENT));

            assertThat(bytesFor(List.of(issue("a")))).isZero();
        }

        @Test
        void forAnIssueThatSeveralThreadsReportAtTheSameTime() throws Exception {
            List<Issue> hot = List.of(issue("a"));
            reportAll(hot);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            CyclicBarrier start = new CyclicBarrier(2);
            try {
                List<Future<Long>> bytes = Stream.generate(() -> threads.submit(() -> {
                            start.await();
                            return bytesFor(hot);
                        }))
                        .limit(2)
                        .toList();
                for (Future<Long> each : bytes) {
                    assertThat(each.get()).isZero();
                }
            } finally {
                threads.shutdownNow();
            }
            node.advance(Duration.ofSeconds(3));
            assertThat(world.entry("a").count()).isEqualTo(1L + 2 * ROUNDS * REPEATS);
        }

        /**
         * What one round allocates on this thread: the least of several, because the virtual machine allocates a little now and
         * then, for what it compiles; whatever a repeat allocates is in each of them, a hundred thousand times.
         */
        private long bytesFor(List<Issue> issues) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long thread = Thread.currentThread().getId();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = threads.getThreadAllocatedBytes(thread);
                repeat(issues);
                least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
            }
            return least;
        }

        private void repeat(List<Issue> issues) {
            for (int i = 0; i < REPEATS; i++) {
                node.notifier.report(issues.get(i % issues.size()));
            }
        }
    }

    @Test
    void howOftenItWasReportedIsWrittenWithinTheFlushInterval() {
        node.notifier.report(issue("a"));
        reportAll(repeats(() -> issue("a")));
        assertThat(world.entry("a").count()).isEqualTo(1);

        node.advance(Duration.ofSeconds(2));

        assertThat(world.entry("a").count()).isEqualTo(1_001);
    }

    private void reportAll(List<Issue> issues) {
        assertThat(issues)
                .allSatisfy(
                        issue -> assertThat(node.notifier.report(issue)).isIn(Disposition.MERGED, Disposition.HELD));
    }

    private static List<Issue> repeats(Supplier<Issue> made) {
        return Stream.generate(made).limit(1_000).toList();
    }

    private static List<Issue> aThousand() {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> Issue.builder(AppId.of("contoso", "app-" + i), IssueKind.QUARANTINED)
                        .summary("Quarantined")
                        .build())
                .toList();
    }
}
