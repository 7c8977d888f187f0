package dev.provisioning.notifications.benchmarks.store.sample;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.concurrent.atomic.AtomicLong;

/** Issues that were never reported before, a few of each application in turn. For one thread. */
public final class IssueStream {
    private final AtomicLong applications;
    private AppId app;
    private int nth;

    /**
     * Begins a stream.
     *
     * @param applications counts the applications of all streams on one store
     */
    public IssueStream(AtomicLong applications) {
        this.applications = applications;
        this.app = Sample.app(applications.getAndIncrement());
    }

    /** {@return a new issue} */
    public Issue next() {
        if (nth == Sample.ISSUES) {
            app = Sample.app(applications.getAndIncrement());
            nth = 0;
        }
        return Sample.issue(app, nth++);
    }
}
