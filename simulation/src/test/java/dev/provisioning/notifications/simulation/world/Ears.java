package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.simulation.check.Note;
import java.time.Instant;

/** Hears what a notifier tells its host. */
final class Ears implements NotificationListener {
    private final World world;

    Ears(World world) {
        this.world = world;
    }

    @Override
    public void issuesDropped(AppId app, int issues) {
        world.tally().count("told: issues dropped");
    }

    @Override
    public void compositionFailed(AppId app, long slot, Throwable cause) {
        world.tally().count("told: composition failed");
    }

    @Override
    public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
        world.journal().add(new Note.Recorded(world.number(app), slot));
    }

    @Override
    public void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {
        world.tally().count("told: in doubt");
    }

    @Override
    public void transportPaused(DeliveryFault fault, Instant until) {
        world.tally().count("told: transport paused");
    }

    @Override
    public void transportResumed() {
        world.tally().count("told: transport resumed");
    }

    @Override
    public void storeLost(Throwable cause) {
        world.tally().count("told: store lost");
    }

    @Override
    public void storeBack() {
        world.tally().count("told: store back");
    }
}
