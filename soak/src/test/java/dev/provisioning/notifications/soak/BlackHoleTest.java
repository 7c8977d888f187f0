package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.BlackHole;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A mail server whose network answers nobody: a full backlog, or what {@code scripts/black-hole.sh} has made, where packets go
 * nowhere. What is bounded is bounded by real time here; between two attempts, no time passes.
 */
class BlackHoleTest {
    private static final String PLACE = System.getProperty("soak.black-hole", "");
    private static final int ROUNDS = 8;
    private static final int APPLICATIONS = 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(200);

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final List<Stage> failed = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final AtomicInteger underWay = new AtomicInteger();

    @Test
    void time_outs_hold_and_no_thread_is_left_behind_by_an_attempt() {
        if (PLACE.isEmpty()) {
            try (BlackHole hole = BlackHole.open()) {
                suffer(hole.host() + ":" + hole.port());
            }
        } else {
            suffer(PLACE);
        }
    }

    private void suffer(String place) {
        List<Integer> threads = new ArrayList<>();
        long begun = System.nanoTime();
        try (SmtpTransport transport = SmtpTransport.builder()
                        .url("smtp://" + place + "?plaintext=allowed")
                        .from("provisioning@example.com")
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
                Notifier notifier = notifier(transport)) {
            for (int i = 0; i < APPLICATIONS; i++) {
                notifier.report(Issue.builder(AppId.of("soak", "app-" + i), IssueKind.QUARANTINED)
                        .summary("Problem")
                        .build());
            }
            for (int round = 0; round < ROUNDS; round++) {
                int before = failed.size();
                time.advance(Duration.ofMinutes(11)); // longer than any pause
                Patience.await(() -> failed.size() > before, () -> "no attempt has failed");
                Patience.await(() -> underWay.get() == 0, () -> "an attempt has not ended");
                threads.add(ourThreads());
            }
        } finally {
            executor.shutdown();
        }
        assertThat(failed).containsOnly(Stage.CONNECT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(CONNECT_TIMEOUT.multipliedBy(ROUNDS), Duration.ofSeconds(30));
        assertThat(threads.get(ROUNDS - 1)).isLessThanOrEqualTo(threads.get(0));
        Patience.await(() -> ourThreads() == 0, () -> "threads are left");
    }

    private Notifier notifier(SmtpTransport transport) {
        return Notifier.builder()
                .transport(transport)
                .subscriptions(app -> Subscription.builder(app.name())
                        .recipient("team@example.com")
                        .build())
                .clock(time)
                .scheduler(time)
                .executor(this::counted)
                .listener(new NotificationListener() {
                    @Override
                    public void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {
                        failed.add(result.fault().stage());
                    }
                })
                .build();
    }

    /** Time goes on only when none is under way, or the notifier would take a slow one for one that never returns. */
    private void counted(Runnable task) {
        underWay.incrementAndGet();
        executor.execute(() -> {
            try {
                task.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private static int ourThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("notifications-smtp"))
                .count();
    }
}
