package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.benchmarks.store.load.Together;
import dev.provisioning.notifications.benchmarks.store.sample.Ledgers;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Applications in a store that are all due at one instant, a minute ago; as many as wanted. */
final class DueCrowd {
    private static final int THREADS = 32;

    private final NotificationStore store;
    private final Instant due = Clock.systemUTC().instant().minus(Duration.ofMinutes(1));
    private long put;
    private long left;

    DueCrowd(NotificationStore store) {
        this.store = store;
    }

    /** Puts in as many as are missing until so many are due. */
    void fill(int wanted) throws InterruptedException, ExecutionException {
        long missing = Math.max(0, wanted - (put - left));
        Together.forEach(THREADS, put, missing, number -> hold(Sample.issue(Sample.app(number), 0)));
        put += missing;
    }

    /** Puts in some whose issue is urgent, and that are no earlier due than the others. */
    Set<AppId> addUrgent(int count) throws InterruptedException, ExecutionException {
        long first = put;
        Together.forEach(THREADS, first, count, number -> hold(urgent(Sample.app(number))));
        put += count;
        Set<AppId> urgent = new HashSet<>();
        for (long number = first; number < put; number++) {
            urgent.add(Sample.app(number));
        }
        return urgent;
    }

    /** How many have a ledger. */
    int size() {
        return Math.toIntExact(put);
    }

    /** So many are due no more. */
    void haveLeft(int mails) {
        left += mails;
    }

    private void hold(Issue issue) {
        Ledger empty = Ledger.empty(issue.app());
        if (!store.replace(empty, Ledgers.held(empty, issue, due, due))) {
            throw new IllegalStateException("somebody else has changed the ledger of " + issue.app());
        }
    }

    private static Issue urgent(AppId app) {
        return Issue.builder(app, IssueKind.DELETE_THRESHOLD_EXCEEDED)
                .severity(Severity.URGENT)
                .summary("The cycle was stopped: it would have deleted all accounts in " + app.name())
                .build();
    }
}
