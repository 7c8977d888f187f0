package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Sends the mail of one slot: claim, compose, deliver; the {@link Settlement} records what became of it. */
final class Sender {
    private static final Log LOG = Log.of(Sender.class);

    private final Parts parts;
    private final Memory memory;
    private final Desks desks;
    private final Flusher flusher;
    private final Settlement settlement;
    private final MailWriter writer;
    private final Set<Handoff> underWay = ConcurrentHashMap.newKeySet();

    Sender(Parts parts, Memory memory, Desks desks, Flusher flusher, Settlement settlement) {
        this.parts = parts;
        this.memory = memory;
        this.desks = desks;
        this.flusher = flusher;
        this.settlement = settlement;
        this.writer = new MailWriter(parts);
    }

    /**
     * Sends the mail of an application's slot, if it is this node's turn.
     *
     * @param done what to do once its result is recorded, or there is none
     * @return whether it was
     * @throws dev.provisioning.notifications.spi.StoreException if the slot could not be claimed; nothing is done then
     */
    boolean send(AppId app, Runnable done) {
        Optional<Attempt> claimed = claim(app);
        claimed.ifPresentOrElse(attempt -> send(attempt, done), () -> settlement.nothingToDo(done));
        return claimed.isPresent();
    }

    private void send(Attempt attempt, Runnable done) {
        AppId app = attempt.app();
        parts.listeners().tell(listener -> listener.slotClaimed(app, attempt.slot(), attempt.number()));
        Optional<Subscription> subscription = parts.subscriptions().find(app);
        if (subscription.isEmpty()) {
            settlement.subscriptionUnknown(attempt, done);
        } else if (!subscription.get().active()) {
            settlement.switchedOff(attempt, done);
        } else {
            writer.write(attempt, subscription.get())
                    .ifPresentOrElse(
                            mail -> deliver(attempt, mail, done), () -> settlement.compositionFailed(attempt, done));
        }
    }

    /** Interrupts all deliveries under way. */
    void interrupt() {
        underWay.forEach(Handoff::interrupt);
    }

    /**
     * Claims the slot. What memory counted is written first, so that the mail counts it; right after the cut, memory
     * answers no repeat any more, so that whatever comes later is seen to be later.
     */
    private Optional<Attempt> claim(AppId app) {
        String token = parts.nodeId() + "/" + UUID.randomUUID();
        ZoneId zone = parts.subscriptions().zone(app);
        Step<SlotMachine.Claimed> step = desks.at(app, desk -> claim(desk, token, zone));
        settlement.claimed(step);
        return step.answer() == SlotMachine.Claimed.YES
                ? Optional.of(Attempt.claimed(token, step.ledger()))
                : Optional.empty();
    }

    private Step<SlotMachine.Claimed> claim(Desk desk, String token, ZoneId zone) {
        flusher.write(desk);
        Step<SlotMachine.Claimed> step = parts.store()
                .change(
                        desk.app(),
                        ledger -> parts.machine()
                                .claim(
                                        ledger,
                                        parts.nodeId(),
                                        token,
                                        parts.limits().deliveryTimeout(),
                                        zone,
                                        parts.clock().instant()));
        desk.keep(memory.forget(desk.app()));
        if (desk.hasWork()) {
            flusher.expect(desk.app());
        }
        return step;
    }

    private void deliver(Attempt attempt, Notification mail, Runnable done) {
        Handoff handoff = new Handoff(parts, attempt, mail);
        Scheduler.Handle watchdog = parts.scheduler().schedule(parts.limits().deliveryTimeout(), () -> {
            if (handoff.abort()) {
                settlement.neverReturned(handoff, done);
            }
        });
        underWay.add(handoff);
        DeliveryResult result = parts.courier().deliver(mail, handoff, handoff::isMarked);
        underWay.remove(handoff);
        watchdog.cancel();
        if (handoff.end()) {
            settlement.settle(handoff, result, done);
        } else {
            LOG.debug("{}: too late: {}", attempt.app(), result);
        }
    }
}
