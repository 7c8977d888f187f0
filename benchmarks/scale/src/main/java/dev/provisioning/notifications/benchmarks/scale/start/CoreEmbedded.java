package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.core.Notifier;
import java.nio.file.Path;

/** This library, in memory, with a transport of the host's. */
final class CoreEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        Notifier notifier = FirstReport.notifier()
                .transport((mail, point) -> DeliveryResult.accepted(mail))
                .build();
        FirstReport.to(notifier, "salesforce");
        return notifier;
    }
}
