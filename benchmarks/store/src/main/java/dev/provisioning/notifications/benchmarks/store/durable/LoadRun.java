package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.load.Durations;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.sample.IssueStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some threads that write new issues for some time, each the next as soon as the last is durable. The rate is the sum of
 * the rates of the threads: a slow one that ends late does not count against the others.
 */
final class LoadRun {
    private record Share(double perSecond, Durations durations) {}

    private final int threads;
    private final Duration window;
    private final CyclicBarrier begin;

    LoadRun(int threads, Duration window) {
        this.threads = threads;
        this.window = window;
        this.begin = new CyclicBarrier(threads);
    }

    /** Puts the load on a writer, with applications from a number on. */
    Pace on(IssueWriter writer, AtomicLong applications) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            ExecutorCompletionService<Share> shares = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                shares.submit(() -> write(writer, new IssueStream(applications)));
            }
            List<Share> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(shares.take().get());
            }
            return sum(done);
        } finally {
            pool.shutdownNow();
        }
    }

    private Share write(IssueWriter writer, IssueStream issues) throws Exception {
        Durations durations = new Durations();
        begin.await();
        long started = System.nanoTime();
        long now = started;
        while (now - started < window.toNanos()) {
            Issue issue = issues.next();
            long before = System.nanoTime();
            writer.write(issue);
            now = System.nanoTime();
            durations.add(now - before);
        }
        return new Share(durations.count() * 1e9 / (now - started), durations);
    }

    private static Pace sum(List<Share> shares) {
        Durations all = new Durations();
        shares.forEach(share -> all.addAll(share.durations()));
        return Pace.of(shares.stream().mapToDouble(Share::perSecond).sum(), all);
    }
}
