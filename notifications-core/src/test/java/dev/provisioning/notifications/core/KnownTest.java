package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("9: what is counted in memory is either taken by whoever closes it, or goes the slow way")
class KnownTest {
    private static final int REPORTERS = 3;
    private static final int PATIENCE = 10_000_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(REPORTERS);
    private final Room room = new Room(1, 1);
    private final Known known = known();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void itCountsAndTellsHowManyWait() {
        assertThat(known.count(issue("a"), room)).isZero();
        assertThat(known.count(issue("a"), room)).isEqualTo(1);

        assertThat(known.take()).isEqualTo(new Reported(issue("a"), 2));
        assertThat(known.take()).isNull();
        for (long waiting = 0; waiting < 3_000; waiting++) {
            assertThat(known.count(issue("a"), room)).isEqualTo(waiting);
        }
    }

    @Test
    void whoeverCountsAmongOthersGetsTheStripesThatAreThere() {
        Stripes stripes = known.striped(room);

        assertThat(stripes).isNotNull();
        assertThat(known.striped(room)).isSameAs(stripes);
        known.count(issue("a"), room);
        assertThat(known.take()).isEqualTo(new Reported(issue("a"), 1));
    }

    @Test
    void wordsAreLongBeyondAThousandCharactersOrFourPartsTogether() {
        assertThat(isLong(filled(100, 500, 400, 2, 2))).isFalse();
        assertThat(isLong(filled(101, 500, 400, 0, 0))).isTrue();
        assertThat(isLong(filled(100, 501, 400, 0, 0))).isTrue();
        assertThat(isLong(filled(100, 500, 401, 0, 0))).isTrue();
        assertThat(isLong(filled(1, 0, 0, 3, 2))).isTrue();
        assertThat(isLong(filled(1, 0, 0, 2, 3))).isTrue();
    }

    private static boolean isLong(Issue words) {
        Known fresh = known();
        fresh.count(words, new Room(1, 1));
        return fresh.hasLongWords();
    }

    private static Issue filled(int summary, int detail, int remedy, int facts, int links) {
        Issue.Builder builder = Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key("a")
                .summary("s".repeat(summary))
                .detail("d".repeat(detail))
                .remedy("r".repeat(remedy));
        for (int i = 0; i < facts; i++) {
            builder.fact("fact-" + i, "value");
        }
        for (int i = 0; i < links; i++) {
            builder.link(ReportLink.of("Report " + i, "https://iam.example.com/" + i));
        }
        return builder.build();
    }

    @Test
    void onceClosedItSendsReportsTheSlowWay() {
        known.count(issue("a"), room);

        assertThat(known.close(room)).isEqualTo(new Reported(issue("a"), 1));

        assertThat(known.count(issue("a"), room)).isEqualTo(Known.CLOSED);
        assertThat(known.close(room)).isNull();
        assertThat(known.take()).isNull();
        assertThat(known.count(issue("a"), room)).isEqualTo(Known.CLOSED);
    }

    /** As one does who met others at the count, and then is held up. */
    @Test
    void whoeverWantsToCountInAStripeAfterTheClosingGoesTheSlowWay() {
        known.close(room);

        assertThat(known.striped(room)).isSameAs(Stripes.CLOSED);
        assertThat(Stripes.CLOSED.add()).isEqualTo(Known.CLOSED);
    }

    @Test
    void twoThreadsThatTakeTurnsGetStripesIfThereIsRoomAndGiveThemBack() throws Exception {
        Known second = known();
        for (int turn = 0; turn < 10; turn++) {
            countOnAnotherThread(known, 1_000);
            countHere(known, 1_000);
            countOnAnotherThread(second, 1_000);
            countHere(second, 1_000);
        }

        assertThat(room.stripes().availablePermits()).isZero();
        assertThat(known.take()).isEqualTo(new Reported(issue("a"), 20_000));
        assertThat(second.take()).isEqualTo(new Reported(issue("a"), 20_000));
        countHere(known, 7);
        assertThat(known.close(room)).isEqualTo(new Reported(issue("a"), 7));
        assertThat(room.stripes().availablePermits()).isEqualTo(1);
        known.close(room);
        assertThat(room.stripes().availablePermits()).isEqualTo(1);
        assertThat(second.close(room)).isNull();
        assertThat(room.stripes().availablePermits()).isEqualTo(1);
    }

    @Test
    void oneThreadAloneNeedsNoStripes() {
        countHere(known, 10_000);

        assertThat(room.stripes().availablePermits()).isEqualTo(1);
        assertThat(known.take()).isEqualTo(new Reported(issue("a"), 10_000));
    }

    private void countOnAnotherThread(Known counting, int times) throws Exception {
        threads.submit(() -> countHere(counting, times)).get();
    }

    private void countHere(Known counting, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(counting.count(issue("a"), room)).isNotEqualTo(Known.CLOSED);
        }
    }

    @Test
    void theNewestWordsAreTaken() {
        known.count(issue("a"), room);
        known.count(worded("other words"), room);

        assertThat(known.take()).isEqualTo(new Reported(worded("other words"), 2));
    }

    @Test
    void longWordsAreKeptWhereThereIsRoom() {
        Known second = known();

        assertThat(known.count(worded("long ".repeat(300)), room)).isZero();
        assertThat(known.count(worded("very long ".repeat(300)), room))
                .as("the place is its own already")
                .isEqualTo(1);
        assertThat(second.count(worded("long ".repeat(300)), room)).isEqualTo(Known.CLOSED);
        assertThat(second.count(worded("short"), room)).isZero();

        assertThat(known.hasLongWords()).isTrue();
        known.close(room);
        assertThat(second.count(worded("long ".repeat(300)), room)).isEqualTo(1);
    }

    @Test
    void onceClosedItTakesNoRoom() {
        known.close(room);

        assertThat(known.count(worded("long ".repeat(300)), room)).isEqualTo(Known.CLOSED);

        assertThat(room.longWords().availablePermits()).isEqualTo(1);
    }

    @Test
    void countingAndClosingAtOnceLoseNothingAndCountNothingTwice() throws Exception {
        for (int round = 0; round < 1_000; round++) {
            Known raced = known();
            CyclicBarrier start = new CyclicBarrier(REPORTERS + 1);
            List<Future<Long>> reporters = start(raced, start);

            start.await();
            long taken = times(raced.take()) + times(raced.take()) + times(raced.close(room));

            long counted = 0;
            for (Future<Long> reporter : reporters) {
                counted += reporter.get();
            }
            assertThat(taken + times(raced.close(room))).isEqualTo(counted);
        }
    }

    private List<Future<Long>> start(Known raced, CyclicBarrier start) {
        Issue repeated = issue("a");
        Callable<Long> reporter = () -> {
            start.await();
            long counted = 0;
            while (raced.count(repeated, room) != Known.CLOSED) {
                counted++;
                assertThat(counted).as("a closed one counts no more").isLessThan(PATIENCE);
            }
            return counted;
        };
        List<Future<Long>> started = new ArrayList<>();
        for (int i = 0; i < REPORTERS; i++) {
            started.add(threads.submit(reporter));
        }
        return started;
    }

    private static Known known() {
        return new Known(APP, "a", Severity.CRITICAL);
    }

    private static long times(@Nullable Reported reported) {
        return reported == null ? 0 : reported.times();
    }

    private static Issue worded(String words) {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key("a")
                .summary("Problem a")
                .detail(words)
                .build();
    }
}
