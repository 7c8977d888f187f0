package dev.provisioning.notifications.benchmarks.scale.start;

import java.nio.file.Path;

/** A host that embeds one library and nothing else: made ready by what its documentation says, and used once. */
public interface Embedding {
    /**
     * Makes it ready.
     *
     * @param directory a place for files
     * @return what must stay alive
     */
    Object start(Path directory);
}
