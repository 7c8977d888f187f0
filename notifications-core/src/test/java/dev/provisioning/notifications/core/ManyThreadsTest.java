package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("P1 and P2: many threads report the same and different applications around the edges of their windows")
class ManyThreadsTest {
    private static final List<Disposition> COUNTED = List.of(Disposition.HELD, Disposition.MERGED);
    private static final int REPORTERS = 4;
    private static final int REPORTS_PER_STEP = 40;

    private final List<AppId> apps =
            IntStream.range(0, 5).mapToObj(i -> AppId.of("contoso", "app-" + i)).toList();
    private final ManualTime time = ManualTime.startingAt("2026-03-02T22:30:00Z");
    private final World world = new World();
    private final ExecutorService senders = Executors.newFixedThreadPool(4);
    private final ExecutorService reporters = Executors.newFixedThreadPool(REPORTERS);
    /** The time passes, step by step, with the deliveries of each step. */
    private final Phaser deliveries = new Phaser(1);

    private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();

    /** A mail that has left, and when it was marked to. */
    private record Mail(AppId app, Instant marked) {
        String window() {
            return app + " on " + LocalDate.ofInstant(marked, ZoneOffset.UTC);
        }
    }

    @AfterEach
    void stop() {
        senders.shutdownNow();
        reporters.shutdownNow();
    }

    @Timeout(60)
    @ParameterizedTest(name = "on {0} nodes")
    @ValueSource(ints = {1, 2})
    void eachApplicationGetsOneMailADayAndEveryReportIsCounted(int nodes) throws Exception {
        List<Notifier> notifiers =
                IntStream.range(0, nodes).mapToObj(i -> notifier()).toList();
        AtomicLong counted = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        Semaphore toReport = new Semaphore(0);
        Semaphore reported = new Semaphore(0);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < REPORTERS; i++) {
            running.add(reporters.submit(() -> {
                while (!over.get()) {
                    toReport.acquire();
                    counted.addAndGet(report(notifiers));
                    reported.release();
                }
                return null;
            }));
        }

        for (int step = 0; step < 27 * 12; step++) { // 27 hours, over two midnights
            toReport.release(REPORTS_PER_STEP);
            time.advance(Duration.ofMinutes(5));
            reported.acquire(REPORTS_PER_STEP);
            deliveries.arriveAndAwaitAdvance();
        }
        over.set(true);
        toReport.release(REPORTERS);
        for (Future<?> reporter : running) {
            reporter.get(30, TimeUnit.SECONDS);
        }
        notifiers.forEach(Notifier::close);

        assertThat(mails).extracting(Mail::window).doesNotHaveDuplicates();
        assertThat(mails).hasSizeGreaterThanOrEqualTo(2 * apps.size());
        assertThat(apps.stream().mapToLong(this::inTheLedger).sum())
                .as("reports in the ledgers")
                .isEqualTo(counted.get());
    }

    private Notifier notifier() {
        return Notifier.builder()
                .transport(this::deliver)
                .subscriptions(app -> world.subscription)
                .policy(World.policy().morning(LocalTime.MIDNIGHT).build())
                .store(world.store)
                .clock(time)
                .scheduler(time)
                .executor(this::send)
                .mailsPerSecond(1_000)
                .build();
    }

    private void send(Runnable delivery) {
        deliveries.register();
        senders.execute(() -> {
            try {
                delivery.run();
            } finally {
                deliveries.arriveAndDeregister();
            }
        });
    }

    private DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        point.pass();
        Claim claim = world.kept.read(notification.app()).slot().claim();
        if (claim == null || claim.handover() == null) {
            throw new AssertionError("not marked: " + notification);
        }
        mails.add(new Mail(notification.app(), claim.handover().at()));
        return DeliveryResult.accepted(notification);
    }

    private int report(List<Notifier> notifiers) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Issue issue = Issue.builder(apps.get(random.nextInt(apps.size())), IssueKind.QUARANTINED)
                .key("key-" + random.nextInt(3))
                .summary("Problem")
                .build();
        Disposition answer = notifiers.get(random.nextInt(notifiers.size())).report(issue);
        assertThat(answer).isIn(COUNTED);
        return 1;
    }

    private long inTheLedger(AppId app) {
        return world.kept.read(app).entries().values().stream()
                .mapToLong(Entry::count)
                .sum();
    }
}
