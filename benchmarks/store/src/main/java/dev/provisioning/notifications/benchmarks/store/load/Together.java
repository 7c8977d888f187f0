package dev.provisioning.notifications.benchmarks.store.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Threads that share a piece of work. */
public final class Together {
    private Together() {}

    /**
     * Does something for each number, and returns when all is done.
     *
     * @param threads how many numbers at once
     * @param first the first number
     * @param count how many numbers there are
     * @param work what to do
     */
    public static void forEach(int threads, long first, long count, LongConsumer work)
            throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong(first);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                shares.add(pool.submit(() -> takeTurns(next, first + count, work)));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void takeTurns(AtomicLong next, long end, LongConsumer work) {
        for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            work.accept(number);
        }
    }
}
