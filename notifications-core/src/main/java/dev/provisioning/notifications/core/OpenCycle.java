package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A cycle: knows what was in the ledger when it began, and what of that it has not seen. What it sees beyond that is newer
 * than its beginning anyway, and need not be remembered.
 */
final class OpenCycle implements Cycle {
    private final Intake intake;
    private final AppId app;
    private final long since;
    private final Set<String> unseen = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Begins a cycle.
     *
     * @param ledger the ledger as it is now; null if it could not be read, and then the cycle resolves nothing
     */
    OpenCycle(Intake intake, AppId app, @Nullable Ledger ledger) {
        this.intake = intake;
        this.app = app;
        this.since = ledger == null ? 0 : ledger.revision();
        if (ledger != null) {
            unseen.addAll(ledger.entries().keySet());
        }
    }

    @Override
    public Disposition report(Issue issue) {
        if (!issue.app().equals(app)) {
            throw new IllegalArgumentException("issue.app is " + issue.app() + ", but the cycle is of " + app);
        }
        if (!unseen.isEmpty()) {
            unseen.remove(issue.key());
            unseen.remove(Entry.COUNTED_ONLY + issue.kind().name());
        }
        return intake.report(issue);
    }

    @Override
    public int complete() {
        return ended.compareAndSet(false, true) ? intake.complete(app, unseen, since) : 0;
    }

    @Override
    public void close() {
        ended.set(true);
    }
}
