package dev.provisioning.notifications.smtp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Something that goes on in a thread of its own while a test looks at it. */
final class InBackground<T> {
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final Thread thread;

    private InBackground(Supplier<T> task) {
        thread = new Thread(() -> run(task), "in-background");
        thread.setDaemon(true);
    }

    static <T> InBackground<T> begin(Supplier<T> task) {
        InBackground<T> begun = new InBackground<>(task);
        begun.thread.start();
        return begun;
    }

    static InBackground<Boolean> begin(Runnable task) {
        return begin(() -> {
            task.run();
            return true;
        });
    }

    private void run(Supplier<T> task) {
        try {
            end.complete(task.get());
        } catch (Throwable t) {
            end.completeExceptionally(t);
        }
    }

    boolean isDone() {
        return end.isDone();
    }

    void interrupt() {
        thread.interrupt();
    }

    /** Waits for the end. */
    T result() {
        return end.orTimeout(Fixtures.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
