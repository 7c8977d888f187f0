package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.process.Meter;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One {@link Load} put on one client. Each session has a thread; when all have sent their first mail, the time begins, and
 * all stay until the last has sent its last, so that their allocation can be read. The rate is the sum of the rates of the
 * sessions: a slow one that ends late does not count against those that wait for it.
 */
final class LoadRun {
    private record Share(long mails, double mailsPerSecond, double firstMillis) {}

    private final Load load;
    private final Notification mail;
    private final CyclicBarrier begin;
    private final CyclicBarrier end;
    private volatile Meter before = Meter.ZERO;
    private volatile Meter after = Meter.ZERO;
    private volatile long deadline;

    LoadRun(Load load) {
        this.load = load;
        this.mail = SampleMail.of(load.size());
        this.begin = new CyclicBarrier(load.sessions(), this::begin);
        this.end = new CyclicBarrier(load.sessions(), this::end);
    }

    Measurement on(MailClient client) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(load.sessions());
        try {
            ExecutorCompletionService<Share> sessions = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < load.sessions(); i++) {
                sessions.submit(() -> session(client));
            }
            List<Share> shares = new ArrayList<>();
            for (int i = 0; i < load.sessions(); i++) {
                shares.add(sessions.take().get());
            }
            return sum(shares);
        } finally {
            threads.shutdownNow();
        }
    }

    private Share session(MailClient client) throws Exception {
        long opened = System.nanoTime();
        try (MailSession session = client.open()) {
            session.send(mail);
            double firstMillis = (System.nanoTime() - opened) / 1e6;
            begin.await();
            long started = System.nanoTime();
            long now;
            long mails = 0;
            do {
                session.send(mail);
                mails++;
                now = System.nanoTime();
            } while (now - deadline < 0);
            end.await();
            return new Share(mails, mails * 1e9 / (now - started), firstMillis);
        }
    }

    private void begin() {
        before = Meter.read();
        deadline = System.nanoTime() + load.window().toNanos();
    }

    private void end() {
        after = Meter.read();
    }

    private Measurement sum(List<Share> shares) {
        long mails = shares.stream().mapToLong(Share::mails).sum();
        Meter used = after.since(before);
        return new Measurement(
                mails + load.sessions(),
                shares.stream().mapToDouble(Share::mailsPerSecond).sum(),
                used.cpuNanos() / 1e6 / mails,
                used.allocated() / 1e3 / mails,
                shares.stream().mapToDouble(Share::firstMillis).average().orElseThrow());
    }
}
