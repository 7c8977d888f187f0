package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the addresses of one host. A look-up can be neither bounded nor interrupted, so it runs in a daemon thread of
 * its own, and whoever waits for it can be. While one hangs, no further one is begun: they wait for the same. Thread-safe.
 */
final class Resolver {
    /** After so long it is no longer a fault of the network: somebody has to correct the name. */
    private static final Duration LASTING = Duration.ofHours(1);

    private final String host;
    private final NameService names;
    private final Scheduler scheduler;
    private @Nullable CompletableFuture<List<InetAddress>> underway;
    private @Nullable Long unknownSince;

    Resolver(String host, NameService names, Scheduler scheduler) {
        this.host = host;
        this.names = names;
        this.scheduler = scheduler;
    }

    /** Who knows the addresses of a name. */
    @FunctionalInterface
    interface NameService {
        /**
         * Looks up a name.
         *
         * @return at least one address
         */
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    /** {@return the addresses, at least one} */
    List<InetAddress> lookUp(Duration limit, Passage passage) throws SmtpFailure {
        try {
            List<InetAddress> addresses =
                    HostName.address(host) != null ? List.of(names.lookUp(host)) : await(limit, passage);
            known();
            return addresses;
        } catch (UnknownHostException e) {
            throw failure(unknown(), "no address is known for " + host);
        }
    }

    private List<InetAddress> await(Duration limit, Passage passage) throws SmtpFailure, UnknownHostException {
        CompletableFuture<List<InetAddress>> mine = begin().copy();
        passage.over(() -> mine.cancel(false));
        Scheduler.Handle alarm = alarm(limit, () -> mine.completeExceptionally(new TimeoutException()));
        try {
            return mine.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Problem.SILENT, "the delivery was interrupted");
        } catch (CancellationException e) {
            throw failure(Problem.SILENT, "the transport was closed");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw failure(unknown(), "the look-up of " + host + " took too long");
            }
            throw new UnknownHostException(host);
        } finally {
            alarm.cancel();
        }
    }

    private Scheduler.Handle alarm(Duration limit, Runnable task) throws SmtpFailure {
        try {
            return scheduler.schedule(limit, task);
        } catch (RejectedExecutionException e) {
            throw failure(Problem.SILENT, Watchdog.UNWATCHED);
        }
    }

    private synchronized CompletableFuture<List<InetAddress>> begin() {
        CompletableFuture<List<InetAddress>> current = underway;
        if (current == null || current.isDone()) {
            CompletableFuture<List<InetAddress>> next = new CompletableFuture<>();
            OwnThread.of("lookup", () -> run(next)).start();
            underway = next;
            current = next;
        }
        return current;
    }

    private void run(CompletableFuture<List<InetAddress>> future) {
        try {
            future.complete(List.of(names.lookUp(host)));
        } catch (Throwable t) {
            // Whatever it is: of a look-up that never ends everybody would wait in vain.
            future.completeExceptionally(t);
        }
    }

    private synchronized void known() {
        unknownSince = null;
    }

    private synchronized Problem unknown() {
        long now = scheduler.nanoTime();
        if (unknownSince == null) {
            unknownSince = now;
        }
        return now - unknownSince >= LASTING.toNanos() ? Problem.UNFIT : Problem.SILENT;
    }

    private static SmtpFailure failure(Problem problem, String text) {
        return SmtpFailure.of(Stage.LOOKUP, problem, text, null);
    }
}
