package dev.provisioning.notifications.spi;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The permission for one mail of an application, and how far it has got. Immutable and thread-safe.
 *
 * @param number counts the slots of an application: 1, 2, 3 …
 * @param phase where the slot stands
 * @param dueAt when somebody has to look at the application next: the mail is due, or a claim's time is over; null only
 *     while idle
 * @param usedAt when the previous slot was used: the instant of its point of no return; null if none was
 * @param opensAt when this slot opens, as it was stored when the previous one was used; null if none was
 * @param claim who is at work on it; not null just while claimed or handed over
 * @param attempts how often its mail was claimed for delivery
 * @param stumbles how many claims in a row ended without getting as far as a transport
 * @param trouble why it was not accepted yet; null if it was not tried
 */
public record Slot(
        long number,
        Phase phase,
        @Nullable Instant dueAt,
        @Nullable Instant usedAt,
        @Nullable Instant opensAt,
        @Nullable Claim claim,
        int attempts,
        int stumbles,
        @Nullable Trouble trouble) {
    /** The slot of an application that nothing was ever reported of. */
    public static final Slot FIRST = new Slot(1, Phase.IDLE, null, null, null, null, 0, 0, null);

    /**
     * Makes a slot.
     *
     * @throws IllegalArgumentException if its parts contradict each other
     */
    public Slot {
        Objects.requireNonNull(phase, "slot.phase");
        boolean working = phase == Phase.CLAIMED || phase == Phase.HANDED_OVER;
        boolean marked = claim != null && claim.handover() != null;
        if (number < 1
                || attempts < 0
                || stumbles < 0
                || (phase == Phase.IDLE) != (dueAt == null)
                || (usedAt == null) != (opensAt == null)
                || working != (claim != null)
                || (phase == Phase.HANDED_OVER) != marked) {
            throw new IllegalArgumentException("slot contradicts itself: number " + number + ", phase " + phase
                    + ", dueAt " + dueAt + ", usedAt " + usedAt + ", opensAt " + opensAt + ", claim " + claim
                    + ", attempts " + attempts + ", stumbles " + stumbles);
        }
    }

    /**
     * The same slot, with nobody at work on it and nothing to wait for.
     *
     * @return the slot, idle
     */
    public Slot idle() {
        return new Slot(number, Phase.IDLE, null, usedAt, opensAt, null, attempts, stumbles, trouble);
    }

    /**
     * The same slot, with nobody at work on it, in a phase that waits.
     *
     * @param waiting the phase
     * @param due when somebody has to look at it next
     * @return the slot, waiting
     */
    public Slot waiting(Phase waiting, Instant due) {
        return new Slot(number, waiting, due, usedAt, opensAt, null, attempts, stumbles, trouble);
    }

    /**
     * The same slot, once more in the hands of a node.
     *
     * @param by the claim
     * @param until when its time is over
     * @return the slot, claimed, with one more attempt
     */
    public Slot claimed(Claim by, Instant until) {
        return new Slot(number, Phase.CLAIMED, until, usedAt, opensAt, by, attempts + 1, stumbles + 1, trouble);
    }

    /**
     * The same slot, whose mail is past the point of no return.
     *
     * @param marked the claim, with the mark
     * @param until when its outcome is given up
     * @return the slot, handed over
     */
    public Slot handedOver(Claim marked, Instant until) {
        return new Slot(number, Phase.HANDED_OVER, until, usedAt, opensAt, marked, attempts, stumbles, trouble);
    }

    /**
     * The same slot, after a failed attempt.
     *
     * @param why what was wrong; null if nothing was
     * @param stumbles how many claims in a row ended without getting as far as a transport
     * @return the slot with that trouble
     */
    public Slot troubled(@Nullable Trouble why, int stumbles) {
        return new Slot(number, phase, dueAt, usedAt, opensAt, claim, attempts, stumbles, why);
    }

    /**
     * The same slot, at which somebody has to look at another time.
     *
     * @param due when
     * @return the slot, due then
     */
    public Slot due(Instant due) {
        return new Slot(number, phase, due, usedAt, opensAt, claim, attempts, stumbles, trouble);
    }

    /**
     * The same slot, with another idea of when it was and will be open.
     *
     * @param used when the previous slot is taken to have been used
     * @param opens when this slot opens
     * @return the slot with those times
     */
    public Slot opening(Instant used, Instant opens) {
        return new Slot(number, phase, dueAt, used, opens, claim, attempts, stumbles, trouble);
    }

    /**
     * The next slot, after this one was used.
     *
     * @return the slot with the next number, idle
     * @throws IllegalStateException if this slot was not handed over
     */
    public Slot next() {
        Handover mark = claim == null ? null : claim.handover();
        if (mark == null) {
            throw new IllegalStateException("slot " + number + " is " + phase + ", it was not handed over");
        }
        return new Slot(number + 1, Phase.IDLE, null, mark.at(), mark.opensAt(), null, 0, 0, null);
    }
}
