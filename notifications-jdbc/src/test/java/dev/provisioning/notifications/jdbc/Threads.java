package dev.provisioning.notifications.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads of a test, which end with it or make it fail. */
final class Threads {
    private static final long PATIENCE_SECONDS = 60;

    private Threads() {}

    /** A thread at work. */
    static final class Running<T> {
        private final FutureTask<T> task;
        private final Thread thread;

        Running(Callable<T> work) {
            this.task = new FutureTask<>(work);
            this.thread = new Thread(task, "of a test");
            thread.setDaemon(true);
            thread.start();
        }

        Thread thread() {
            return thread;
        }

        /** Waits for the end of the work; what it has thrown is the cause of an AssertionError. */
        T result() {
            try {
                return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new AssertionError("a thread did not get to its end: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }

    static <T> Running<T> start(Callable<T> work) {
        return new Running<>(work);
    }

    static <T> List<Running<T>> start(int threads, IntFunction<Callable<T>> work) {
        List<Running<T>> running = new ArrayList<>();
        IntStream.range(0, threads).forEach(i -> running.add(start(work.apply(i))));
        return running;
    }

    static <T> List<T> join(List<Running<T>> running) {
        return running.stream().map(Running::result).toList();
    }
}
