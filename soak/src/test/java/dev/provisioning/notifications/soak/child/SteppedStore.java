package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The store under test, with a named step before, while and after each change, and its failures noted. */
final class SteppedStore extends ForwardingStore {
    private final NotificationStore store;
    private final Steps steps;
    private final Journal journal;

    SteppedStore(NotificationStore store, Steps steps, Journal journal) {
        super(store);
        this.store = store;
        this.steps = steps;
        this.journal = journal;
    }

    /** The steps around one kind of change. */
    private enum Change {
        REPORT(Step.BEFORE_REPORT_COMMITS, Step.WHILE_REPORT_COMMITS, Step.AFTER_REPORT_COMMITS),
        FLUSH(Step.BEFORE_FLUSH_COMMITS, Step.WHILE_FLUSH_COMMITS, Step.AFTER_FLUSH_COMMITS),
        CLAIM(Step.BEFORE_CLAIM_COMMITS, Step.WHILE_CLAIM_COMMITS, Step.AFTER_CLAIM_COMMITS),
        MARK(Step.BEFORE_MARK_COMMITS, Step.WHILE_MARK_COMMITS, Step.AFTER_MARK_COMMITS),
        RESULT(Step.BEFORE_RESULT_COMMITS, Step.WHILE_RESULT_COMMITS, Step.AFTER_RESULT_COMMITS);

        private final Step before;
        private final Step during;
        private final Step after;

        Change(Step before, Step during, Step after) {
            this.before = before;
            this.during = during;
            this.after = after;
        }

        static Optional<Change> of(Ledger from, Ledger to) {
            Phase phase = to.slot().phase();
            boolean working = phase == Phase.CLAIMED || phase == Phase.HANDED_OVER;
            if (from.slot().number() != to.slot().number()) {
                return Optional.of(RESULT);
            }
            if (working && from.slot().phase() != phase) {
                return Optional.of(phase == Phase.CLAIMED ? CLAIM : MARK);
            }
            if (to.entries().size() > from.entries().size()) {
                return Optional.of(REPORT);
            }
            return counts(to) > counts(from) ? Optional.of(FLUSH) : Optional.empty();
        }

        private static long counts(Ledger ledger) {
            return ledger.entries().values().stream().mapToLong(Entry::count).sum();
        }
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        Optional<Change> change = Change.of(expected, successor);
        AppId app = expected.app();
        change.ifPresent(it -> steps.reached(it.before, app));
        change.ifPresent(it -> steps.reached(it.during, app));
        boolean replaced = noted(() -> store.replace(expected, successor));
        if (replaced) {
            successor.entries().values().stream()
                    .filter(entry -> isNews(entry, expected))
                    .forEach(entry -> journal.note(Note.STORED, app.name(), entry.key(), entry.count()));
            change.ifPresent(it -> steps.reached(it.after, app));
        }
        return replaced;
    }

    private static boolean isNews(Entry entry, Ledger before) {
        Entry known = before.entries().get(entry.key());
        return known == null || known.count() < entry.count();
    }

    @Override
    public Ledger read(AppId app) {
        return noted(() -> store.read(app));
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return noted(() -> store.due(now, horizon, limit));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return noted(() -> store.nextDue(now));
    }

    /** The journal goes by the same clock, so that nothing is to be translated. */
    @Override
    public Clock clock(Clock own) {
        return own;
    }

    private <T> T noted(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (StoreException e) {
            journal.note(Note.STORE_FAILED, Note.words(e));
            throw e;
        }
    }
}
