package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.simulation.plan.Happening.Subscribe;
import dev.provisioning.notifications.simulation.plan.Throwing;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** What administrators have set, and the source that tells it, or throws. */
final class Administrators {
    private final World world;
    private final Subscription[] set;

    Administrators(World world, int apps) {
        this.world = world;
        this.set = new Subscription[apps];
        Arrays.fill(set, Subscription.off());
    }

    void set(int app, Subscribe change) {
        Subscription.Builder builder =
                Subscription.builder("App" + app).active(change.active()).zone(ZoneId.of(change.zone()));
        for (int i = 0; i < change.recipients(); i++) {
            builder.recipient("team" + (change.firstRecipient() + i) + "@example.com");
        }
        set[app] = builder.build();
        List<String> recipients =
                set[app].recipients().stream().map(Recipient::address).toList();
        world.journal().add(new Note.Subscribed(app, change.active(), recipients, change.zone()));
    }

    String zone(int app) {
        return set[app].zone().getId();
    }

    /** What a node is told, which remembers in which zones. */
    Subscription tell(Life life, int app, List<String> zonesTold) {
        life.requireAlive();
        Throwing how = world.troubles().sourceThrows();
        if (how != null) {
            world.tally().count("source: " + how);
            Planned.raise(how);
        }
        zonesTold.add(zone(app));
        return set[app];
    }
}
