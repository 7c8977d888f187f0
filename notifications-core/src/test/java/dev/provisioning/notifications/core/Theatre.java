package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.FaultyStore;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Two nodes at one time, with one store and one mail server, and an {@link Observer} who sees all that goes in and out. */
final class Theatre {
    private static final Duration FLUSH = Duration.ofSeconds(2);

    final RecordingTransport mail = new RecordingTransport();
    final FaultyStore store = new FaultyStore(WorldStore.sharedBy(Duration.ofMinutes(10)));
    private final ManualTime time = ManualTime.startingAt(World.START);
    private final Observer observer = new Observer();
    private final List<Actor> processes = new ArrayList<>(List.of(new Actor(), new Actor()));
    private Subscription subscription = World.subscribed("team@example.com");

    /** A node that can be killed: then nothing that was scheduled by it happens any more. */
    private final class Actor implements NotificationListener {
        private final Notifier notifier;
        private boolean killed;
        private boolean lost;
        private boolean hasLost;

        Actor() {
            this.notifier = Notifier.builder()
                    .transport(watched())
                    .subscriptions(app -> subscription)
                    .policy(World.policy().build())
                    .composer(Theatre::listOfIssues)
                    .store(store)
                    .clock(time)
                    .scheduler(new WrappedScheduler(time, task -> () -> runUnlessKilled(task)))
                    .executor(task -> time.execute(() -> runUnlessKilled(task)))
                    .flushInterval(FLUSH)
                    .listener(this)
                    .random(new Random(11))
                    .build();
        }

        @Override
        public void storeLost(Throwable cause) {
            lost = true;
            hasLost = true;
        }

        @Override
        public void storeBack() {
            lost = false;
        }

        private void runUnlessKilled(Runnable task) {
            if (!killed) {
                task.run();
            }
        }
    }

    Observer observer() {
        return observer;
    }

    void report(int node, String key) {
        Issue issue = World.issue(key);
        observer.reported(node, key, processes.get(node).notifier.report(issue), subscription.active());
    }

    void resolve(int node, String key) {
        Resolution resolution = processes.get(node).notifier.resolve(APP, key);
        observer.resolved(key, resolution);
    }

    void cycle(int node, Set<String> keys) {
        try (Cycle cycle = processes.get(node).notifier.beginCycle(APP)) {
            observer.cycleBegan();
            for (String key : keys) {
                observer.reported(node, key, cycle.report(World.issue(key)), subscription.active());
            }
            cycle.complete();
            observer.cycleCompleted(keys);
        }
    }

    void advance(Duration duration) {
        processes.forEach(process -> process.hasLost = process.lost);
        time.advance(duration);
        for (int node = 0; node < processes.size(); node++) {
            if (duration.compareTo(FLUSH) > 0 && !processes.get(node).hasLost) {
                observer.countersWereFlushed(node);
            }
        }
    }

    void restart(int node) {
        processes.get(node).killed = true;
        processes.set(node, new Actor());
        observer.killed(node);
    }

    void switchTo(boolean on) {
        subscription = on ? World.subscribed("team@example.com") : Subscription.off();
        if (!on) {
            observer.switchedOff();
        }
    }

    void deactivate(int node) {
        try {
            processes.get(node).notifier.deactivate(APP);
        } catch (StoreException e) {
            assertThat(e).as("perhaps it has happened").isNotNull();
        }
        observer.switchedOff();
    }

    /** Faults end, and time passes until all that is owed must have been told. */
    void calmDown() {
        switchTo(true);
        mail.alwaysAccepts();
        store.restore();
        for (int hours = 0; hours < 24 * 5; hours += 4) {
            time.advance(Duration.ofHours(4));
        }
        observer.calm();
    }

    private Transport watched() {
        return (Notification notification, PointOfNoReturn point) -> {
            long composed = observer.now();
            Instant[] marked = {Instant.MIN};
            DeliveryResult result = mail.deliver(notification, () -> {
                point.pass();
                marked[0] = time.instant();
                observer.left(subscription.active());
            });
            if (mail.received().contains(notification)) {
                observer.received(notification, composed, marked[0]);
            }
            return result;
        };
    }

    private static Content listOfIssues(Digest digest) {
        String issues =
                digest.items().stream().map(item -> item.issue().summary()).collect(Collectors.joining("\n"));
        return new Content("Problems", issues, null);
    }
}
