package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A group of changes that are committed together")
class GroupCommitTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private static Change change(String app) {
        Ledger empty = Ledger.empty(Samples.app(app));
        return Change.between(empty, empty.successor(Samples.due(Samples.NOON)), Duration.ZERO, List.of());
    }

    private List<Optional<Boolean>> commit(List<Change> changes) {
        groups.add(changes.stream().map(change -> change.app().name()).toList());
        return changes.stream()
                .map(change -> Optional.of(change.app().name().startsWith("yes")))
                .toList();
    }

    /** The first transaction waits until the test lets it go on. */
    private List<Optional<Boolean>> commitOnceToldTo(List<Change> changes) {
        List<Optional<Boolean>> answers = commit(changes);
        if (begun.getCount() > 0) {
            begun.countDown();
            await(goOn);
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitParked(List<? extends Threads.Running<?>> running) {
        long until = System.nanoTime() + LONG.toNanos() / 2;
        while (running.stream().anyMatch(each -> each.thread().getState() != Thread.State.TIMED_WAITING)) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("not all wait");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean made(GroupCommit group, Change change) {
        return group.commit(change).orElseThrow();
    }

    private static List<Threads.Running<Boolean>> committing(GroupCommit group, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Threads.start(() -> made(group, change((i % 2 == 0 ? "yes " : "no ") + i))))
                .toList();
    }

    @Test
    @DisplayName("is one change, committed by its own thread, for a caller who is alone")
    void isOneChangeForOneCaller() {
        List<Thread> threads = new ArrayList<>();
        GroupCommit group = new GroupCommit(
                changes -> {
                    threads.add(Thread.currentThread());
                    return commit(changes);
                },
                LONG);

        assertThat(made(group, change("yes"))).isTrue();
        assertThat(made(group, change("no"))).isFalse();
        assertThat(groups).containsExactly(List.of("yes"), List.of("no"));
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    @DisplayName("is all that has come while another was committed, and each caller gets an answer of its own")
    void isAllThatHasCome() {
        GroupCommit group = new GroupCommit(this::commitOnceToldTo, LONG);
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);
        List<Threads.Running<Boolean>> others = committing(group, 1, 20);
        awaitParked(others);
        goOn.countDown();

        assertThat(Threads.join(first)).containsExactly(true);
        List<Boolean> answers = Threads.join(others);
        IntStream.range(1, 20).forEach(i -> assertThat(answers.get(i - 1)).isEqualTo(i % 2 == 0));
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).hasSize(19);
    }

    @Test
    @DisplayName("has a bound, beyond which changes are the next group")
    void hasABound() {
        GroupCommit group = new GroupCommit(this::commitOnceToldTo, LONG);
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);
        List<Threads.Running<Boolean>> others = committing(group, 1, 301);
        awaitParked(others);
        goOn.countDown();

        Threads.join(first);
        assertThat(Threads.join(others)).hasSize(300);
        assertThat(groups.stream().map(List::size).sorted().toList()).containsExactly(1, 44, 64, 64, 64, 64);
    }

    @Test
    @DisplayName("fails as a whole, and no other does")
    void failsAsAWhole() {
        IllegalStateException cause = new IllegalStateException("the disk fails");
        GroupCommit group = new GroupCommit(
                changes -> {
                    List<Optional<Boolean>> answers = commitOnceToldTo(changes);
                    if (groups.size() == 2) {
                        throw cause;
                    }
                    return answers;
                },
                LONG);
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);
        List<Threads.Running<Boolean>> others = committing(group, 1, 10);
        awaitParked(others);
        goOn.countDown();

        assertThat(Threads.join(first)).containsExactly(true);
        assertThat(others)
                .allSatisfy(
                        other -> assertThatThrownBy(other::result).rootCause().isSameAs(cause));
        assertThat(made(group, change("yes"))).isTrue();
    }

    @Test
    @DisplayName("is not waited for longer than the time-out, and has nothing of a caller who has given up")
    void isNotWaitedForForEver() {
        GroupCommit group = new GroupCommit(this::commitOnceToldTo, Duration.ofMillis(50));
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);

        assertThatThrownBy(() -> group.commit(change("given up")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("busy");
        goOn.countDown();
        assertThat(Threads.join(first)).containsExactly(true);
        assertThat(made(group, change("yes"))).isTrue();
        assertThat(groups).containsExactly(List.of("yes 0"), List.of("yes"));
    }

    @Test
    @DisplayName("answers a caller who is interrupted while it waits, and leaves it interrupted")
    void answersTheInterrupted() {
        GroupCommit group = new GroupCommit(this::commitOnceToldTo, LONG);
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);
        Threads.Running<Boolean> interrupted = Threads.start(() -> {
            Thread.currentThread().interrupt();
            return made(group, change("yes")) && Thread.currentThread().isInterrupted();
        });
        awaitParked(List.of(interrupted));
        interrupted.thread().interrupt();
        goOn.countDown();

        assertThat(interrupted.result()).isTrue();
        Threads.join(first);
    }

    @Test
    @DisplayName("leaves a caller interrupted who was, and who gives up")
    void leavesTheInterruptedSo() {
        GroupCommit group = new GroupCommit(this::commitOnceToldTo, Duration.ofMillis(50));
        List<Threads.Running<Boolean>> first = committing(group, 0, 1);
        await(begun);
        Threads.Running<Boolean> interrupted = Threads.start(() -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> group.commit(change("given up"))).isInstanceOf(StoreException.class);
            return Thread.currentThread().isInterrupted();
        });

        assertThat(interrupted.result()).isTrue();
        goOn.countDown();
        Threads.join(first);
    }

    @Test
    @DisplayName("wakes everybody, though threads come and go at any moment")
    void wakesEverybody() {
        AtomicInteger committed = new AtomicInteger();
        GroupCommit group = new GroupCommit(
                changes -> {
                    committed.addAndGet(changes.size());
                    spin(committed.get());
                    return changes.stream().map(change -> Optional.of(true)).toList();
                },
                LONG);
        long slowest = Threads.join(Threads.start(12, thread -> () -> slowest(group, thread))).stream()
                .mapToLong(nanos -> nanos)
                .max()
                .orElseThrow();

        assertThat(committed).hasValue(12 * 1_000);
        assertThat(Duration.ofNanos(slowest)).isLessThan(LONG.dividedBy(2));
    }

    @Test
    @DisplayName("tells a caller whose change it has not decided so")
    void tellsWhatIsNotDecided() {
        GroupCommit group = new GroupCommit(changes -> List.of(Optional.empty()), LONG);

        assertThat(group.commit(change("yes"))).isEmpty();
    }

    private static long slowest(GroupCommit group, int thread) {
        Change change = change("yes");
        long slowest = 0;
        for (int i = 0; i < 1_000; i++) {
            long begin = System.nanoTime();
            assertThat(made(group, change)).isTrue();
            slowest = Math.max(slowest, System.nanoTime() - begin);
            spin(thread * 1_000 + i);
        }
        return slowest;
    }

    /** Takes a moment, without giving way to anybody in particular. */
    private static void spin(int seed) {
        long until = System.nanoTime() + new SplittableRandom(seed).nextInt(60_000);
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }
}
