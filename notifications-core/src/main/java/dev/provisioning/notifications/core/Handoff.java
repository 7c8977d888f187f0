package dev.provisioning.notifications.core;

import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Subscription;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The point of no return of one delivery: passed at most once, and only if the store confirms the mark. Afterwards it
 * tells how the delivery ended: passed, refused for a reason, or neither.
 */
final class Handoff implements PointOfNoReturn {
    /** Why a mail must not leave. */
    enum Refusal {
        /** The application is switched off. */
        SWITCHED_OFF,
        /** Its recipients are others now. */
        RECIPIENTS_CHANGED,
        /** Whether it is switched on is not known. */
        SUBSCRIPTION_UNKNOWN,
        /** The store has not confirmed the mark. */
        MARK_UNKNOWN,
        /** The slot is somebody else's, or not open, or nothing is held: whatever is to be recorded was. */
        SLOT_GONE
    }

    private static final Log LOG = Log.of(Handoff.class);

    private final Parts parts;
    private final Notification notification;
    private final Thread deliverer = Thread.currentThread();
    private Attempt attempt;
    private boolean marked;
    private @Nullable Refusal refusal;
    private boolean over;
    private boolean interrupted;

    Handoff(Parts parts, Attempt attempt, Notification notification) {
        this.parts = parts;
        this.attempt = attempt;
        this.notification = notification;
    }

    @Override
    public void pass() {
        synchronized (this) {
            if (over || marked || refusal != null) {
                throw new HandoverRefusedException("the delivery is over, or has passed this point before", null);
            }
            mark(checked().zone());
            marked = true;
        }
        Attempt passed = attempt();
        parts.listeners().tell(listener -> listener.handedOver(passed.app(), passed.slot()));
    }

    /** Marks a mail that has left without passing, or in spite of a refusal; returns false if the slot is gone. */
    synchronized boolean markAfterwards() {
        if (refusal == Refusal.SLOT_GONE) {
            return false;
        }
        try {
            mark(parts.subscriptions().zone(attempt.app()));
            marked = true;
            refusal = null;
        } catch (HandoverRefusedException e) {
            return false;
        }
        return true;
    }

    /** The attempt, as far as it has gone. */
    synchronized Attempt attempt() {
        return attempt;
    }

    synchronized boolean isMarked() {
        return marked;
    }

    synchronized Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * Ends the delivery, on the thread that was at it: nothing passes any more. An interrupt that was meant for the
     * delivery ends with it. Returns false if it was ended before.
     */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        if (interrupted && Thread.interrupted()) {
            LOG.debug("{}: slot {} was interrupted", attempt.app(), attempt.slot());
        }
        return first;
    }

    /** Interrupts whoever is still at the delivery. Returns false if it was ended before. */
    synchronized boolean interrupt() {
        if (!over) {
            interrupted = true;
            deliverer.interrupt();
        }
        return !over;
    }

    /** Ends the delivery from outside, and interrupts whoever is still at it. Returns false if it was ended before. */
    synchronized boolean abort() {
        boolean first = interrupt();
        over = true;
        return first;
    }

    /** The subscription as it is now, if it still wants this mail. */
    private Subscription checked() {
        Optional<Subscription> now = parts.subscriptions().find(attempt.app());
        if (now.isEmpty()) {
            throw refused(Refusal.SUBSCRIPTION_UNKNOWN, "the subscription is not known now", null);
        }
        if (!now.get().active()) {
            throw refused(Refusal.SWITCHED_OFF, "the application is switched off", null);
        }
        if (!now.get().recipients().equals(notification.recipients())) {
            throw refused(Refusal.RECIPIENTS_CHANGED, "the recipients are others now", null);
        }
        return now.get();
    }

    private void mark(ZoneId zone) {
        Step<SlotMachine.Marked> step;
        try {
            step = parts.store()
                    .change(
                            attempt.newest(),
                            ledger -> parts.machine()
                                    .mark(
                                            ledger,
                                            attempt.cut(),
                                            attempt.token(),
                                            notification.recipients(),
                                            notification.subject(),
                                            parts.limits().deliveryTimeout(),
                                            zone,
                                            parts.clock().instant()));
        } catch (RuntimeException e) {
            throw refused(Refusal.MARK_UNKNOWN, "the store has not confirmed the mark", e);
        }
        attempt = attempt.goneOn(step.ledger());
        if (step.answer() != SlotMachine.Marked.YES) {
            throw refused(Refusal.SLOT_GONE, "the slot cannot be used: " + step.answer(), null);
        }
    }

    private HandoverRefusedException refused(Refusal why, String text, @Nullable Exception cause) {
        refusal = why;
        return new HandoverRefusedException(attempt.app() + ", slot " + attempt.slot() + ": " + text, cause);
    }
}
