package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what hosts have reported within transactions of their own into the ledgers of its applications. */
final class OutboxReader {
    private static final Log LOG = Log.of(OutboxReader.class);
    private static final int AT_ONCE = 100;

    /** After so many rounds mails get their turn, however much is left or comes in. */
    private static final int MOST_ROUNDS = 20;

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final int MOST_CONFLICTS = 5;

    /** So many applications in a row fail only if the store does. */
    private static final int MOST_FAILURES = 3;

    private final Memory memory;
    private final Desks desks;
    private final NotificationPolicy policy;
    private final Subscriptions subscriptions;
    private final SlotMachine machine;
    private final WatchedStore store;
    private final Wakeup wakeup;
    private final Listeners listeners;
    private final Screen screen;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Complaint outboxFails = new Complaint(LOG);
    private volatile boolean failedBefore;
    private volatile @Nullable Long readAtNanos;

    OutboxReader(Parts parts, Memory memory, Desks desks, Wakeup wakeup) {
        this.memory = memory;
        this.desks = desks;
        this.wakeup = wakeup;
        this.policy = parts.policy();
        this.subscriptions = parts.subscriptions();
        this.machine = parts.machine();
        this.store = parts.store();
        this.listeners = parts.listeners();
        this.screen = parts.screen();
        this.clock = parts.clock();
        this.scheduler = parts.scheduler();
    }

    /**
     * Takes what waits, unless it was looked for a moment ago: whoever wakes for each of many mails has no need to look each
     * time. Never throws. Of a first failure nobody is told, because the next to use the store will find
     * out whether it is lost altogether; if it is not, the fault is the outbox's own.
     */
    void read() {
        if (store.isLost() || wasReadJustBefore()) {
            return;
        }
        readAtNanos = scheduler.nanoTime();
        try {
            store.outbox().ifPresent(outbox -> new Pass(outbox).run());
            failedBefore = false;
            outboxFails.mended();
        } catch (RuntimeException e) {
            if (failedBefore) {
                outboxFails.complain("What hosts have reported in transactions is not taken from the {}", "outbox", e);
            } else {
                LOG.debug("What waits in the outbox is not taken now", e);
            }
            failedBefore = true;
        }
    }

    private boolean wasReadJustBefore() {
        Long before = readAtNanos;
        Duration poll = store.pollInterval().orElse(SOON).dividedBy(2);
        Duration pause = poll.compareTo(SOON) < 0 ? poll : SOON;
        return before != null && scheduler.nanoTime() - before < pause.toNanos();
    }

    /** Goes through what waits, and passes over what cannot be taken, so that it keeps nothing else waiting. */
    private final class Pass {
        private final Outbox outbox;
        private final Map<AppId, Integer> conflicts = new HashMap<>();
        private final Set<AppId> passedOver = new HashSet<>();
        private @Nullable RuntimeException failure;
        private int failuresInARow;

        Pass(Outbox outbox) {
            this.outbox = outbox;
        }

        void run() {
            int limit = AT_ONCE;
            boolean more = true;
            for (int round = 0; more && round < MOST_ROUNDS; round++) {
                more = readSome(limit);
                limit = passedOver.isEmpty() ? AT_ONCE : limit + AT_ONCE;
            }
            if (more && passedOver.isEmpty()) {
                wakeup.by(clock.instant().plus(SOON));
            }
            if (failure != null) {
                throw failure;
            }
        }

        /** Returns whether there may be more to take. */
        private boolean readSome(int limit) {
            List<PostedIssue> waiting = store.waiting(outbox, limit);
            Map<AppId, List<PostedIssue>> byApplication = waiting.stream()
                    .filter(posted -> !passedOver.contains(posted.issue().app()))
                    .collect(Collectors.groupingBy(
                            posted -> posted.issue().app(), LinkedHashMap::new, Collectors.toList()));
            boolean again = false;
            for (Map.Entry<AppId, List<PostedIssue>> posted : byApplication.entrySet()) {
                again |= !isDoneWith(posted.getKey(), posted.getValue());
            }
            return again || waiting.size() == limit;
        }

        /** Returns false if another node was at these issues, or at the ledger, and one has to look again. */
        private boolean isDoneWith(AppId app, List<PostedIssue> posted) {
            try {
                boolean taken = take(outbox, app, posted);
                failuresInARow = 0;
                if (taken || conflicts.merge(app, 1, Integer::sum) < MOST_CONFLICTS) {
                    return taken;
                }
            } catch (RuntimeException e) {
                LOG.debug("{}: what waits in the outbox is not taken now", app, e);
                failure = e;
                if (++failuresInARow == MOST_FAILURES) {
                    throw e;
                }
            }
            passedOver.add(app);
            return true;
        }
    }

    /** Returns false if another node was at these issues, or at the ledger. */
    private boolean take(Outbox outbox, AppId app, List<PostedIssue> posted) {
        Optional<Subscription> subscription = subscriptions.find(app);
        boolean off = subscription.isPresent() && !subscription.get().active();
        Map<Boolean, List<PostedIssue>> admitted =
                posted.stream().collect(Collectors.partitioningBy(each -> !off && policy.admits(each.issue())));
        List<PostedIssue> wanted = admitted.getOrDefault(true, List.of());
        List<PostedIssue> unwanted = admitted.getOrDefault(false, List.of());
        ZoneId zone = subscription.map(Subscription::zone).orElse(ZoneOffset.UTC);
        boolean held = wanted.isEmpty() || hold(outbox, app, wanted, zone);
        if (!unwanted.isEmpty()) {
            store.discard(outbox, unwanted);
        }
        return held;
    }

    private boolean hold(Outbox outbox, AppId app, List<PostedIssue> wanted, ZoneId zone) {
        List<Reported> reports = wanted.stream()
                .map(posted -> Reported.once(screen.screened(posted.issue())))
                .toList();
        Optional<Step<List<Disposition>>> held = desks.at(app, desk -> {
            Ledger ledger = store.read(app);
            Step<List<Disposition>> step = machine.hold(ledger, reports, () -> zone, clock.instant());
            if (!store.take(outbox, ledger, step.ledger(), wanted)) {
                return Optional.empty();
            }
            reports.forEach(report -> desk.keep(memory.remember(report.issue(), step.ledger())));
            return Optional.of(step);
        });
        held.ifPresent(step -> {
            wakeup.by(step.ledger().slot().dueAt());
            tellHeld(reports, step, zone, clock.instant());
        });
        return held.isPresent();
    }

    private void tellHeld(List<Reported> reports, Step<List<Disposition>> step, ZoneId zone, Instant now) {
        AppId app = step.ledger().app();
        boolean slotUsed = machine.opensAt(app, step.ledger().slot(), zone).isAfter(now);
        for (int i = 0; i < reports.size(); i++) {
            if (step.answer().get(i) == Disposition.HELD) {
                Reported report = reports.get(i);
                listeners.tell(listener -> listener.issueHeld(report.issue(), slotUsed));
            }
        }
    }
}
