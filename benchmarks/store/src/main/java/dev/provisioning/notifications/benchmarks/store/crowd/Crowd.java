package dev.provisioning.notifications.benchmarks.store.crowd;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.benchmarks.store.durable.NotifierWriter;
import dev.provisioning.notifications.benchmarks.store.load.Durations;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.load.Together;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import dev.provisioning.notifications.benchmarks.store.sample.Ledgers;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Many applications in one store, each with one held issue and with a day until somebody has to look at it. */
public final class Crowd {
    private static final int THREADS = 32;
    private static final int POLLS = 500;
    private static final int MOST_REPORTS = 1_000;
    private static final int LIMIT = 10;
    private static final Duration WAIT = Duration.ofDays(1);
    private static final Duration HORIZON = Duration.ofDays(30);

    private final Medium medium;
    private final int applications;
    private final int reports;
    private final Instant now = Clock.systemUTC().instant();

    /** A crowd of so many in a place where nothing is yet. */
    public Crowd(Medium medium, int applications) {
        this.medium = medium;
        this.applications = applications;
        this.reports = Math.min(MOST_REPORTS, applications / 10);
    }

    /** Puts all in, and measures. */
    public CrowdFigures measure() throws IOException, SQLException, InterruptedException, ExecutionException {
        double loadedPerSecond = load();
        long bytes = medium.bytes();
        long begun = System.nanoTime();
        NotificationStore store = medium.open();
        store.nextDue(now);
        double openMillis = (System.nanoTime() - begun) / 1e6;
        Pace idle = idle(store);
        Pace due = due(store);
        return new CrowdFigures(applications, loadedPerSecond, bytes, openMillis, idle, due, report(store));
    }

    private double load() throws InterruptedException, ExecutionException {
        try (NotificationStore store = medium.open()) {
            long begun = System.nanoTime();
            Together.forEach(THREADS, 0, applications, number -> hold(store, number));
            return applications * 1e9 / (System.nanoTime() - begun);
        }
    }

    private void hold(NotificationStore store, long number) {
        AppId app = Sample.app(number);
        // Spread over a day, as the applications of an index of due instants are.
        Instant due = now.plus(WAIT).plus(WAIT.multipliedBy(number).dividedBy(applications));
        put(store, Ledger.empty(app), Ledgers.held(Ledger.empty(app), Sample.issue(app, 0), now, due));
    }

    private Pace idle(NotificationStore store) {
        return timed(() -> {
            check(store.due(now, now.plus(HORIZON), LIMIT), List.of());
            store.nextDue(now);
        });
    }

    private Pace due(NotificationStore store) {
        AppId app = Sample.app(applications / 2);
        Ledger waiting = store.read(app);
        Ledger due = Ledgers.held(waiting, Sample.issue(app, 0), now, now);
        put(store, waiting, due);
        Pace pace = timed(() -> check(store.due(now, now.plus(HORIZON), LIMIT), List.of(app)));
        put(store, due, Ledgers.held(due, Sample.issue(app, 0), now, now.plus(WAIT)));
        return pace;
    }

    private Pace report(NotificationStore store) {
        Durations durations = new Durations();
        long all = 0;
        try (NotifierWriter writer = new NotifierWriter(store)) {
            for (int i = 0; i < reports; i++) {
                AppId app = Sample.app((long) i * applications / reports);
                long begun = System.nanoTime();
                writer.write(Sample.issue(app, 1));
                durations.add(System.nanoTime() - begun);
                all += System.nanoTime() - begun;
            }
        }
        return Pace.of(reports * 1e9 / all, durations);
    }

    private static Pace timed(Runnable work) {
        Durations durations = new Durations();
        long begun = System.nanoTime();
        for (int i = 0; i < POLLS; i++) {
            long before = System.nanoTime();
            work.run();
            durations.add(System.nanoTime() - before);
        }
        return Pace.of(POLLS * 1e9 / (System.nanoTime() - begun), durations);
    }

    private static void put(NotificationStore store, Ledger expected, Ledger successor) {
        if (!store.replace(expected, successor)) {
            throw new IllegalStateException("somebody else has changed the ledger of " + expected.app());
        }
    }

    private static void check(List<AppId> found, List<AppId> expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("due are " + found + ", and should be " + expected);
        }
    }
}
