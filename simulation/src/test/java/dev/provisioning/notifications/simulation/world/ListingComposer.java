package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.plan.Throwing;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;

/** Lists what a mail has to tell, for whoever checks; or throws, as planned. */
final class ListingComposer implements Composer {
    private final World world;

    ListingComposer(World world) {
        this.world = world;
    }

    @Override
    public Content compose(Digest digest) {
        Throwing how = world.troubles().composerThrows();
        if (how != null) {
            world.tally().count("composer: " + how);
            Planned.raise(how);
        }
        StringBuilder text = new StringBuilder();
        digest.items().forEach(item -> text.append(line(item)));
        digest.countedOnly().forEach((kind, count) -> text.append("counted " + kind.name() + " " + count + "\n"));
        digest.resolved().forEach(item -> text.append("resolved " + item.issue().key() + "\n"));
        return new Content("Problems of " + digest.app().name(), text.toString(), null);
    }

    private static String line(DigestItem item) {
        return "issue " + item.issue().key() + " " + item.count()
                + (item.perhapsReported() ? " perhaps\n" : " first\n");
    }
}
