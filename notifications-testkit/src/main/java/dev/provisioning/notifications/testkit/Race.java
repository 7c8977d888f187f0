package dev.provisioning.notifications.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many threads do something at the same moment. */
final class Race {
    private static final long PATIENCE_SECONDS = 60;

    private Race() {}

    /**
     * Runs one task in each of so many threads, which start together, and gathers what they return.
     *
     * @throws AssertionError if one throws, or takes longer than a minute
     */
    static <T> List<T> of(int threads, IntFunction<Callable<T>> runner) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, Race::daemon);
        CountDownLatch ready = new CountDownLatch(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> task = runner.apply(i);
                futures.add(executor.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("one of " + threads + " threads did not get to its end: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + threads + " threads were at work", e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** To be called by a task that goes on until something happens: it will not, if another task has failed. */
    static void stopIfOver() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("the race is over");
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "race");
        thread.setDaemon(true);
        return thread;
    }
}
