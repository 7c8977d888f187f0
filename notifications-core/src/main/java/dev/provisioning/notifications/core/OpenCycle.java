package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Entry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A cycle: remembers what it has seen, and since which revision of the ledger. */
final class OpenCycle implements Cycle {
    /** The revision of a cycle that could not read the ledger when it began: everything is newer. */
    static final long RESOLVES_NOTHING = -1;

    private final Intake intake;
    private final AppId app;
    private final long since;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    OpenCycle(Intake intake, AppId app, long since) {
        this.intake = intake;
        this.app = app;
        this.since = since;
    }

    @Override
    public Disposition report(Issue issue) {
        if (!issue.app().equals(app)) {
            throw new IllegalArgumentException("issue.app is " + issue.app() + ", but the cycle is of " + app);
        }
        seen.add(issue.key());
        seen.add(Entry.COUNTED_ONLY + issue.kind().name());
        return intake.report(issue);
    }

    @Override
    public int complete() {
        return ended.compareAndSet(false, true) ? intake.complete(app, seen, since) : 0;
    }

    @Override
    public void close() {
        ended.set(true);
    }
}
