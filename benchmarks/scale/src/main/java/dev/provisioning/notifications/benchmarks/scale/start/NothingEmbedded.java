package dev.provisioning.notifications.benchmarks.scale.start;

import java.nio.file.Path;

/** An empty {@code main}. */
final class NothingEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        return directory;
    }
}
