package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.Chance;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one part of the whole, one fault after another, at random times: all that can happen to it, in a random
 * order, and then all of it again.
 */
final class Misfortune {
    private final List<Fault> faults;
    private final Duration gap;
    private final Chance chance;
    private final Witness witness;
    private final Deque<Fault> next = new ArrayDeque<>();
    private Duration turnsAt;
    private @Nullable Fault present;

    /**
     * Begins with a time of peace that is short.
     *
     * @param faults all that can happen to it
     * @param gap the mean time of peace, in the time that {@link #look} speaks of
     * @param chance what is random
     * @param witness is told what happens
     */
    Misfortune(List<Fault> faults, Duration gap, Chance chance, Witness witness) {
        this.faults = List.copyOf(faults);
        this.gap = gap;
        this.chance = chance;
        this.witness = witness;
        this.turnsAt = chance.some(gap.dividedBy(4));
    }

    /** Is told what happens. */
    @FunctionalInterface
    interface Witness {
        /** A fault is about to begin, or is over. */
        void sees(Fault fault, boolean over);
    }

    /** Lets happen what has to happen by now. */
    void look(Duration now) {
        if (now.compareTo(turnsAt) < 0) {
            return;
        }
        if (present == null) {
            Fault fault = draw();
            turnsAt = now.plus(fault.least()).plus(chance.some(fault.most().minus(fault.least())));
            present = fault;
            witness.sees(fault, false);
            fault.strike().run();
        } else {
            mend();
            turnsAt = now.plus(peace());
        }
    }

    /** Ends what is wrong just now, if anything is. */
    void mend() {
        if (present != null) {
            present.mend().run();
            witness.sees(present, true);
            present = null;
        }
    }

    /** The times of peace are as if each moment could be the last one. */
    private Duration peace() {
        double waits = -Math.log(1 - chance.random().nextDouble());
        return Duration.ofMillis((long) (gap.toMillis() * Math.min(waits, 4)));
    }

    private Fault draw() {
        if (next.isEmpty()) {
            List<Fault> all = new ArrayList<>(faults);
            Collections.shuffle(all, chance.random());
            next.addAll(all);
        }
        return next.remove();
    }
}
