package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.Issue;
import java.time.Duration;

/** Something that keeps, of each application, what it needs to treat the next report of the same. */
interface Keeping extends AutoCloseable {
    /** Takes the first report of an application. */
    void keep(Issue issue);

    /** Lets time pass, and then perhaps much time seem to pass. */
    default void settle(Duration time) {}

    /** How many threads report: more where each waits for a disk. */
    default int threads() {
        return 1;
    }

    @Override
    default void close() {}
}
