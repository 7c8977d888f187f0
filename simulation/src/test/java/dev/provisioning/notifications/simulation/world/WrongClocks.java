package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.simulation.plan.Stage;
import java.util.Arrays;

/** How far the clocks are off: each by its own, and all by what they have in common; or the store's, which all go by. */
final class WrongClocks {
    private final World world;
    private final boolean storeClock;
    private final long[] own;
    private long common;

    WrongClocks(World world, boolean storeClock, int nodes) {
        this.world = world;
        this.storeClock = storeClock;
        this.own = new long[nodes];
        tell();
    }

    /** What a node's clock is off, in nanoseconds. */
    long offset(int node) {
        return storeClock ? common : common + own[node];
    }

    void set(int node, long nanos) {
        if (node == Stage.ALL) {
            common = nanos;
        } else {
            own[node] = nanos;
        }
        tell();
    }

    void mend() {
        common = 0;
        Arrays.fill(own, 0);
        tell();
    }

    private void tell() {
        for (int node = 0; node < (storeClock ? 1 : own.length); node++) {
            world.journal().add(new Note.ClockSet(world.agenda().now(), node, offset(node)));
        }
    }
}
