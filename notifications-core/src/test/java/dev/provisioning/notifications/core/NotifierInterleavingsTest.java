package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.Alternation.insist;
import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ForwardingStore;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "P1 and P2: however reports, the mail and the closing alternate, there is one mail, and every report is told or kept")
class NotifierInterleavingsTest {
    @Test
    void whereCountsWaitForTheMail() {
        Alternation.asTheyRun().sequentialSpecification(Silence.class).check(InMemory.class);
    }

    @Test
    void whereCountsAreWrittenSoon() {
        Alternation.asTheyRun().sequentialSpecification(Silence.class).check(Durable.class);
    }

    /** A notifier, what it has answered, and what its mails have told. */
    public abstract static class Embedded {
        private static final Subscription SUBSCRIPTION =
                Subscription.builder("Salesforce").recipient("team@example.com").build();
        private static final Issue ISSUE = issue("a");

        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong told = new AtomicLong();
        private final AtomicInteger mails = new AtomicInteger();
        private final ManualTime time = ManualTime.startingAt(World.START);
        private final NotificationStore store;
        private final Notifier notifier;

        Embedded(NotificationStore store) {
            this.store = store;
            Composer composer = digest ->
                    new Content("Problems", String.valueOf(digest.items().get(0).count()), null);
            Transport transport = (notification, point) -> {
                point.pass();
                mails.incrementAndGet();
                told.set(Long.parseLong(notification.text()));
                return DeliveryResult.accepted(notification);
            };
            this.notifier = Notifier.builder()
                    .transport(transport)
                    .composer(composer)
                    .subscriptions(app -> SUBSCRIPTION)
                    .policy(World.policy().build())
                    .store(store)
                    .clock(time)
                    .scheduler(time)
                    .executor(time)
                    .random(new Random(7))
                    .build();
            report();
        }

        @Operation
        public void report() {
            Disposition answer = notifier.report(ISSUE);
            acknowledged.addAndGet(answer == Disposition.HELD || answer == Disposition.MERGED ? 1 : 0);
        }

        @Operation(nonParallelGroup = "time")
        public void mail() {
            time.advance(Duration.ofMinutes(2));
        }

        @Operation(nonParallelGroup = "time")
        public void close() {
            notifier.close();
        }

        @Validate
        public void everyReportIsToldOrKept() {
            close();
            Entry entry = Objects.requireNonNull(store.read(APP).entries().get(ISSUE.key()));
            insist(entry.count() == acknowledged.get(), "acknowledged is not what is kept");
            insist(entry.told() == told.get(), "told is not what the mail said");
            insist(entry.isHeld() == (entry.count() > entry.told()), "what was not told is not held");
            insist(mails.get() <= 1, "a second mail");
        }
    }

    /** In a store that dies with its process. */
    public static class InMemory extends Embedded {
        public InMemory() {
            super(InMemoryNotificationStore.create());
        }
    }

    /** In one that does not. */
    public static class Durable extends Embedded {
        public Durable() {
            super(new Outliving(InMemoryNotificationStore.create()));
        }
    }

    /** What it shall be to whoever looks on: the operations answer nothing, so any order of them is right. */
    public static class Silence {
        public void report() {}

        public void mail() {}

        public void close() {}
    }

    private static final class Outliving extends ForwardingStore {
        Outliving(NotificationStore store) {
            super(store);
        }

        @Override
        public boolean isDurable() {
            return true;
        }
    }
}
