package dev.provisioning.notifications.simulation.world;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What time it is for a node: the true time, and what its clock is off; or what the store's clock is. */
final class LifeClock extends Clock {
    private final World world;
    private final int node;
    private Instant said = Instant.MIN;

    LifeClock(World world, int node) {
        this.world = world;
        this.node = node;
    }

    /** What it said the last time that somebody looked. */
    Instant said() {
        return said;
    }

    /** What it says, unseen. */
    Instant present() {
        return world.start()
                .plusNanos(world.agenda().now())
                .plusNanos(world.clocks().offset(node));
    }

    void forget() {
        said = Instant.MIN;
    }

    @Override
    public Instant instant() {
        said = present();
        return said;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
