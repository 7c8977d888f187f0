package dev.provisioning.notifications.core;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.InDoubt;
import dev.provisioning.notifications.DeliveryResult.Misconfigured;
import dev.provisioning.notifications.DeliveryResult.Rejected;
import dev.provisioning.notifications.DeliveryResult.Retry;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws the consequences of an attempt: for the ledger, for the gate, and for whoever listens. */
final class Settlement {
    private static final Log LOG = Log.of(Settlement.class);
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final Parts parts;
    private final Gate gate;
    private final Recorder recorder;
    private final Wakeup wakeup;
    private final Backoff retry;
    private final Backoff slowRetry;

    Settlement(Parts parts, Gate gate, Recorder recorder, Wakeup wakeup) {
        this.parts = parts;
        this.gate = gate;
        this.recorder = recorder;
        this.wakeup = wakeup;
        this.retry = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), parts.random());
        this.slowRetry = new Backoff(Duration.ofHours(1), Duration.ofHours(4), parts.random());
    }

    /**
     * The slot was looked at, and perhaps another's mail ended in doubt by it. Nobody has to wake when a lease of this node's
     * own is over: the watchdog ends the delivery before.
     */
    void claimed(Step<SlotMachine.Claimed> step) {
        if (step.answer() == SlotMachine.Claimed.YES) {
            return;
        }
        if (step.answer() == SlotMachine.Claimed.WAS_LEFT_IN_DOUBT) {
            Slot after = step.ledger().slot();
            long slot = after.phase() == Phase.RETRY ? after.number() : after.number() - 1;
            InDoubt result = new InDoubt(DeliveryFault.at(Stage.HANDOVER, "its node has not told what became of it"));
            tell(listener -> listener.inDoubt(step.ledger().app(), slot, result));
        }
        wakeup.by(step.ledger().slot().dueAt());
    }

    void nothingToDo(Runnable done) {
        gate.undecided();
        done.run();
    }

    void subscriptionUnknown(Attempt attempt, Runnable done) {
        gate.undecided();
        retryLater(attempt, at(Stage.COMPOSE, "the subscription is not known now"), false, done);
    }

    void compositionFailed(Attempt attempt, Runnable done) {
        gate.undecided();
        retryLater(attempt, at(Stage.COMPOSE, "the composer failed"), true, done);
    }

    void switchedOff(Attempt attempt, Runnable done) {
        gate.undecided();
        ZoneId zone = parts.subscriptions().zone(attempt.app());
        recorder.record(
                attempt.newest(),
                ledger -> parts.machine().switchedOff(ledger, attempt.cut(), attempt.token(), zone),
                step -> {
                    parts.listeners().tellDropped(attempt.app(), step.answer());
                    wakeup.by(step.ledger().slot().dueAt());
                },
                done);
    }

    /** The transport did not come back in time, and was interrupted. */
    void neverReturned(Handoff handoff, Runnable done) {
        Attempt attempt = handoff.attempt();
        String text = "no answer from the transport within " + parts.limits().deliveryTimeout();
        pause(DeliveryFault.at(Stage.CONNECT, text), false);
        try {
            if (handoff.isMarked()) {
                inDoubt(attempt, new InDoubt(DeliveryFault.at(Stage.HANDOVER, text)), done);
            } else {
                retryLater(attempt, at(Stage.CONTENT, text), false, done);
            }
        } catch (Error e) {
            done.run(); // or the turn of its application would never end: nobody else is at it any more
            throw e;
        }
    }

    /** The delivery has ended, by an answer or because the point of no return was refused. */
    void settle(Handoff handoff, DeliveryResult result, Runnable done) {
        if (mayHaveLeft(result) && !handoff.isMarked()) {
            markAfterwards(handoff, result);
        }
        Attempt attempt = handoff.attempt();
        if (handoff.refusal().isPresent()) {
            refused(attempt, handoff.refusal().get(), done);
        } else {
            answered(attempt, result, done);
        }
    }

    private static boolean mayHaveLeft(DeliveryResult result) {
        return result instanceof Accepted || result instanceof InDoubt;
    }

    /** A transport has sent without asking: that cannot be undone, but it can be recorded. */
    private static void markAfterwards(Handoff handoff, DeliveryResult result) {
        Attempt attempt = handoff.attempt();
        LOG.error(
                "{}: the transport has not passed the point of no return before it answered {}; mend it, or one day two"
                        + " mails will leave",
                attempt.app(),
                result);
        if (!handoff.markAfterwards()) {
            LOG.error("{}: the mail of slot {} should not have left", attempt.app(), attempt.slot());
        }
    }

    private void refused(Attempt attempt, Handoff.Refusal why, Runnable done) {
        gate.undecided();
        switch (why) {
            case SWITCHED_OFF -> switchedOff(attempt, done);
            case RECIPIENTS_CHANGED -> refused(attempt, Phase.RETRY, null, false, now(), listener -> {}, done);
            case SUBSCRIPTION_UNKNOWN -> subscriptionUnknown(attempt, done);
            case MARK_UNKNOWN ->
                retryLater(attempt, at(Stage.HANDOVER, "the store has not confirmed the mark"), false, done);
            case SLOT_GONE -> {
                wakeup.by(attempt.newest().slot().dueAt()); // perhaps it was put off
                nothingToDo(done);
            }
        }
    }

    private void answered(Attempt attempt, DeliveryResult result, Runnable done) {
        if (result instanceof Accepted accepted) {
            accepted(attempt, accepted, done);
        } else if (result instanceof InDoubt inDoubt) {
            gate.undecided();
            inDoubt(attempt, inDoubt, done);
        } else if (result instanceof Retry failed) {
            judge(failed.fault(), false);
            retryLater(attempt, failed, false, done);
        } else if (result instanceof Rejected rejected) {
            opened();
            Instant again = now().plus(slowRetry.after(attempt.number()));
            Consumer<NotificationListener> event =
                    listener -> listener.rejected(attempt.app(), attempt.slot(), rejected, again);
            refused(attempt, Phase.REJECTED, rejected.fault(), false, again, event, done);
        } else if (result instanceof Misconfigured misconfigured) {
            judge(misconfigured.fault(), true);
            Instant again = now().plus(slowRetry.after(attempt.number()));
            Consumer<NotificationListener> event =
                    listener -> listener.misconfigured(attempt.app(), attempt.slot(), misconfigured, again);
            refused(attempt, Phase.MISCONFIGURED, misconfigured.fault(), false, again, event, done);
        }
    }

    private void accepted(Attempt attempt, Accepted result, Runnable done) {
        opened();
        ZoneId zone = parts.subscriptions().zone(attempt.app());
        recorder.record(
                attempt.newest(),
                ledger -> parts.machine().accepted(ledger, attempt.cut(), attempt.token(), result.outcomes(), zone),
                step -> told(step, listener -> listener.accepted(attempt.app(), attempt.slot(), result)),
                done);
    }

    private void inDoubt(Attempt attempt, InDoubt result, Runnable done) {
        ZoneId zone = parts.subscriptions().zone(attempt.app());
        Instant again = now().plus(retry.after(attempt.number()));
        recorder.record(
                attempt.newest(),
                ledger -> parts.machine().unanswered(ledger, attempt.cut(), attempt.token(), zone, again),
                step -> told(step, listener -> listener.inDoubt(attempt.app(), attempt.slot(), result)),
                done);
    }

    private void retryLater(Attempt attempt, Retry result, boolean stumbled, Runnable done) {
        Instant again = now().plus(atLeast(result.notBefore(), retry.after(attempt.number())));
        Consumer<NotificationListener> event =
                listener -> listener.retrying(attempt.app(), attempt.slot(), result, again);
        refused(attempt, Phase.RETRY, result.fault(), stumbled, again, event, done);
    }

    /** The wait that a server asked for, if that is longer than ours and believable. */
    private static Duration atLeast(@Nullable Duration asked, Duration wait) {
        if (asked == null || asked.compareTo(wait) <= 0) {
            return wait;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }

    private void refused(
            Attempt attempt,
            Phase waiting,
            @Nullable DeliveryFault fault,
            boolean stumbled,
            Instant again,
            Consumer<NotificationListener> event,
            Runnable done) {
        Trouble before = attempt.cut().slot().trouble();
        Trouble trouble = fault == null ? before : new Trouble(before == null ? now() : before.since(), fault);
        recorder.record(
                attempt.newest(),
                ledger -> parts.machine()
                        .refused(ledger, attempt.cut(), attempt.token(), waiting, trouble, stumbled, again),
                step -> told(step, event),
                done);
    }

    private void told(Step<Boolean> step, Consumer<NotificationListener> event) {
        if (step.answer()) {
            tell(event);
        }
        wakeup.by(step.ledger().slot().dueAt());
    }

    private void judge(DeliveryFault fault, boolean lasts) {
        if (fault.concernsServer()) {
            pause(fault, lasts);
        } else {
            opened();
        }
    }

    private void pause(DeliveryFault fault, boolean lasts) {
        gate.failed(fault, lasts)
                .map(now()::plus)
                .ifPresent(until -> tell(listener -> listener.transportPaused(fault, until)));
    }

    private void opened() {
        if (gate.succeeded()) {
            tell(NotificationListener::transportResumed);
        }
    }

    private void tell(Consumer<NotificationListener> event) {
        parts.listeners().tell(event);
    }

    private static Retry at(Stage stage, String text) {
        return new Retry(DeliveryFault.at(stage, text), null);
    }

    private Instant now() {
        return parts.clock().instant();
    }
}
