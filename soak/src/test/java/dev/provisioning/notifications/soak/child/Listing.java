package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;

/** A mail that a program reads: every issue by its key, how often it was reported, and whether it may have been told before. */
final class Listing implements Composer {
    private final Steps steps;

    Listing(Steps steps) {
        this.steps = steps;
    }

    @Override
    public Content compose(Digest digest) {
        steps.reached(Step.BEFORE_COMPOSING, digest.app());
        StringBuilder text = new StringBuilder("application " + digest.app().name() + " slot " + digest.slot() + "\n");
        digest.items().forEach(item -> text.append(line(item)));
        digest.countedOnly().forEach((kind, count) -> text.append("uncounted " + kind.name() + " " + count + "\n"));
        digest.resolved().forEach(item -> text.append("resolved " + item.issue().key() + "\n"));
        text.append("end\n");
        Content content =
                new Content(digest.app().name() + ": " + digest.items().size() + " problems", text.toString(), null);
        steps.reached(Step.AFTER_COMPOSING, digest.app());
        return content;
    }

    private static String line(DigestItem item) {
        return "issue " + item.issue().key() + " " + item.count() + (item.perhapsReported() ? " perhaps" : " fresh")
                + "\n";
    }
}
