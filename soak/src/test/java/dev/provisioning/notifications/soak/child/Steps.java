package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Does what the process was told to do at a step: the first time, or a later one. */
final class Steps {
    /** What is done there. */
    enum Deed {
        /** Ends at once, as if killed. */
        HALT,
        /** Ends at once, at some instant of the next millisecond or two. */
        HALT_SOON,
        /** Pauses the whole process, by SIGSTOP, until somebody sends SIGCONT. */
        PAUSE,
        /** Lets this thread wait until the parent says go. */
        WAIT
    }

    private static final int STATUS = 137;

    private final Journal journal;
    private final @Nullable Step step;
    private final Deed deed;
    private final AtomicInteger left;
    private final CountDownLatch go = new CountDownLatch(1);

    Steps(Journal journal, @Nullable Step step, Deed deed, int time) {
        this.journal = journal;
        this.step = step;
        this.deed = deed;
        this.left = new AtomicInteger(time);
    }

    void reached(Step here, AppId app) {
        if (here == step && left.decrementAndGet() == 0) {
            journal.note(Note.AT, here, app.name());
            act();
        }
    }

    /** The parent says that whoever waits shall go on. */
    void goOn() {
        go.countDown();
    }

    private void act() {
        switch (deed) {
            case HALT -> Runtime.getRuntime().halt(STATUS);
            case HALT_SOON -> haltSoon();
            case PAUSE -> pause();
            case WAIT -> await();
        }
    }

    private static void haltSoon() {
        long nanos = ThreadLocalRandom.current().nextLong(2_000_000);
        Thread killer = new Thread(() -> {
            LockSupport.parkNanos(nanos);
            Runtime.getRuntime().halt(STATUS);
        });
        killer.start();
    }

    private static void pause() {
        long pid = ProcessHandle.current().pid();
        try {
            int status =
                    new ProcessBuilder("sh", "-c", "kill -STOP " + pid).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -STOP ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
