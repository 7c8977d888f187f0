package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what hosts have reported within transactions of their own into the ledgers of its applications. */
final class OutboxReader {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxReader.class);
    private static final int AT_ONCE = 100;

    private final Desks desks;
    private final NotificationPolicy policy;
    private final Subscriptions subscriptions;
    private final SlotMachine machine;
    private final WatchedStore store;
    private final Wakeup wakeup;
    private final Listeners listeners;
    private final Clock clock;

    OutboxReader(Parts parts, Desks desks, Wakeup wakeup) {
        this.desks = desks;
        this.wakeup = wakeup;
        this.policy = parts.policy();
        this.subscriptions = parts.subscriptions();
        this.machine = parts.machine();
        this.store = parts.store();
        this.listeners = parts.listeners();
        this.clock = parts.clock();
    }

    /** Takes all that waits, as long as other nodes are not at the same. */
    void read() {
        Optional<Outbox> outbox = store.outbox();
        try {
            while (outbox.isPresent() && readSome(outbox.get())) {
                LOG.debug("More issues may wait in the outbox");
            }
        } catch (RuntimeException e) {
            LOG.debug("What waits in the outbox is not read now", e);
        }
    }

    /** Returns whether there may be more to take. */
    private boolean readSome(Outbox outbox) {
        List<PostedIssue> waiting = store.waiting(outbox, AT_ONCE);
        Map<AppId, List<PostedIssue>> byApplication = waiting.stream()
                .collect(
                        Collectors.groupingBy(posted -> posted.issue().app(), LinkedHashMap::new, Collectors.toList()));
        boolean taken = true;
        for (Map.Entry<AppId, List<PostedIssue>> posted : byApplication.entrySet()) {
            taken &= take(outbox, posted.getKey(), posted.getValue());
        }
        return taken && waiting.size() == AT_ONCE;
    }

    private boolean take(Outbox outbox, AppId app, List<PostedIssue> posted) {
        Optional<Subscription> subscription = subscriptions.find(app);
        boolean off = subscription.isPresent() && !subscription.get().active();
        List<PostedIssue> admitted = posted.stream()
                .filter(each -> !off && policy.admits(each.issue()))
                .toList();
        List<PostedIssue> unwanted =
                posted.stream().filter(each -> !admitted.contains(each)).toList();
        if (!unwanted.isEmpty()) {
            store.discard(outbox, unwanted);
        }
        return admitted.isEmpty()
                || hold(
                        outbox,
                        desks.of(app),
                        admitted,
                        subscription.map(Subscription::zone).orElse(ZoneOffset.UTC));
    }

    /** Returns false if another node was at it, or at the ledger. */
    private boolean hold(Outbox outbox, Desk desk, List<PostedIssue> admitted, ZoneId zone) {
        List<Reported> reports =
                admitted.stream().map(posted -> Reported.once(posted.issue())).toList();
        Instant now = clock.instant();
        Step<Disposition> step;
        synchronized (desk) {
            Ledger ledger = store.read(desk.app());
            step = machine.hold(ledger, reports, zone, now);
            if (!store.take(outbox, ledger, step.ledger(), admitted)) {
                return false;
            }
            admitted.forEach(posted -> desks.change(desk, d -> d.remember(posted.issue(), step.ledger())));
        }
        wakeup.by(step.ledger().slot().dueAt());
        boolean slotUsed =
                machine.opensAt(desk.app(), step.ledger().slot(), zone).isAfter(now);
        admitted.forEach(posted -> listeners.tell(listener -> listener.issueHeld(posted.issue(), slotUsed)));
        return true;
    }
}
