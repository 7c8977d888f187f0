package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with the library inside, a store that survives, and a real transport. It does what its standard input says, see
 * {@link Commands}, and ends when that ends.
 */
public final class Child {
    private static final int UNOPENED = 3;
    private static final int MOST_ISSUES = 200;
    private static final Duration TICK = Duration.ofMillis(50);

    private final Orders orders;
    private final QuickTime time;
    private final Journal journal;
    private final Steps steps;
    private final Engine engine;
    private final NotificationStore store;
    private final Transport transport;
    private final Notifier notifier;

    private Child(Orders orders) {
        this.orders = orders;
        this.time = new QuickTime(Clock.systemUTC(), orders.origin(), orders.speed());
        this.journal = Journal.open(orders.journal(), time);
        journal.note(Note.STARTED);
        this.steps = new Steps(journal, orders.step(), Steps.Deed.valueOf(orders.deed()), orders.time());
        this.engine = new Engine(journal);
        this.store = new SteppedStore(faithless(open()), steps, journal);
        this.transport = new SteppedTransport(careless(smtp()), steps, journal);
        this.notifier = notifier();
        engine.use(notifier);
    }

    /**
     * Runs a child.
     *
     * @param arguments its {@link Orders}
     */
    public static void main(String... arguments) {
        Child child = new Child(Orders.parse(arguments));
        child.tick();
        child.journal.note(Note.READY);
        new Commands(child.orders, child.engine, child.steps, child.journal, child.time, child::drain, child::close)
                .obey(System.in);
    }

    /** A database may be down just now, so that is tried again; a file that somebody else has is not. */
    private NotificationStore open() {
        while (true) {
            try {
                return Stores.open(orders);
            } catch (StoreException e) {
                journal.note(Note.UNOPENED, Note.words(e));
                if (!orders.isShared()) {
                    Runtime.getRuntime().halt(UNOPENED);
                }
            }
        }
    }

    private NotificationStore faithless(NotificationStore faithful) {
        return orders.sabotage() == Sabotage.NONE ? faithful : new FaithlessStore(faithful, orders.sabotage());
    }

    private Transport careless(Transport careful) {
        return orders.sabotage() == Sabotage.PASSES_NOTHING
                ? (mail, point) -> careful.deliver(mail, () -> {})
                : careful;
    }

    private Transport smtp() {
        return SmtpTransport.builder()
                .url("smtp://localhost:" + orders.smtpPort() + "?plaintext=allowed")
                .from("provisioning@example.com")
                .helloName("soak.example.com")
                .commandTimeout(time.real(orders.answer()))
                .endOfDataTimeout(time.real(orders.answer().multipliedBy(2)))
                .deliveryTimeout(time.real(orders.answer().multipliedBy(3)))
                .build();
    }

    private Notifier notifier() {
        return Notifier.builder()
                .subscriptions(engine::subscription)
                .policy(new ShortWindows(orders.gathering(), orders.window()))
                .store(store)
                .transport(transport)
                .composer(new Listing(steps))
                .listener(new Results())
                .clock(time)
                .scheduler(time)
                .nodeId(orders.name())
                .flushInterval(orders.flush())
                .deliveryTimeout(orders.lease())
                .maxIssuesPerApplication(MOST_ISSUES)
                .build();
    }

    private void tick() {
        Thread thread = new Thread(
                () -> {
                    while (true) {
                        LockSupport.parkNanos(TICK.toNanos());
                        journal.note(Note.TICK);
                    }
                },
                "tick");
        thread.setDaemon(true);
        thread.start();
    }

    private void drain() {
        while (!orders.applications().stream().allMatch(this::isDrained)) {
            LockSupport.parkNanos(TICK.toNanos());
        }
        journal.note(Note.DRAINED);
    }

    private boolean isDrained(String app) {
        try {
            Ledger ledger = store.read(Engine.app(app));
            return !ledger.holdsAnything() && ledger.slot().claim() == null;
        } catch (StoreException e) {
            return false;
        }
    }

    private void close() {
        notifier.close();
        transport.close();
        store.close();
        journal.note(Note.CLOSED);
        Runtime.getRuntime().halt(0);
    }

    private final class Results implements NotificationListener {
        @Override
        public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
            journal.note(Note.ACCEPTED, app.name(), slot);
        }

        @Override
        public void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {
            journal.note(Note.IN_DOUBT, app.name(), slot);
        }

        @Override
        public void storeLost(Throwable cause) {
            journal.note(Note.STORE_LOST, Note.words(cause));
        }

        @Override
        public void storeBack() {
            journal.note(Note.STORE_BACK);
        }
    }
}
