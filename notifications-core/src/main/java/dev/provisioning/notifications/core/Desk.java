package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What this node has in memory about one application: which issues are known to be held, and what is still to be
 * written.
 *
 * <p>Its monitor is this node's lock for the application: whoever writes to the ledger on behalf of a report, a resolve
 * or a cycle, or takes the cut of a mail, holds it. {@link #find} alone needs no lock.
 */
final class Desk {
    private final AppId app;
    private final Screen screen;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<IssueKind, Known> countedOnly = new ConcurrentHashMap<>();
    private final Map<String, Reported> unwritten = new LinkedHashMap<>();
    private final Map<String, Long> unresolved = new LinkedHashMap<>();
    private final AtomicBoolean waitsForFlush = new AtomicBoolean();

    Desk(AppId app, Screen screen) {
        this.app = app;
        this.screen = screen;
    }

    AppId app() {
        return app;
    }

    /** The issue that a report repeats, if memory knows that it is held. */
    @Nullable
    Known find(Issue issue) {
        Known found = known.get(issue.key());
        return found == null && !countedOnly.isEmpty() ? countedOnly.get(issue.kind()) : found;
    }

    /** Claims the right to put this desk on the list of those to be flushed. */
    boolean beginsToWaitForFlush() {
        return waitsForFlush.compareAndSet(false, true);
    }

    void waitedForFlush() {
        waitsForFlush.set(false);
    }

    /** From now on repeats of an issue are answered from memory; the ledger is known to hold it. */
    void remember(Issue issue, Ledger ledger) {
        Entry entry = ledger.entries().get(issue.key());
        Known before = entry == null
                ? countedOnly.put(issue.kind(), new Known(issue, issue.severity()))
                : known.put(issue.key(), new Known(issue, entry.severity()));
        if (before != null) {
            before.close();
            collect(before);
        }
    }

    /** Repeats of no issue are answered from memory any more. */
    void forget() {
        known.values().forEach(Known::close);
        countedOnly.values().forEach(Known::close);
        collect();
        known.clear();
        countedOnly.clear();
    }

    /** Repeats of an issue are not answered from memory any more, and what was not written of it is void. */
    void forget(String key) {
        Known found = known.remove(key);
        if (found != null) {
            found.close();
            found.take();
        }
        unwritten.remove(key);
    }

    /** What is still to be written is void, and nothing is known. */
    void forgetAll() {
        forget();
        unwritten.clear();
        unresolved.clear();
    }

    /** Keeps an issue that could not be written. */
    void keep(Reported reported) {
        unwritten.merge(reported.issue().key(), reported, Reported::and);
    }

    boolean keeps(Issue issue) {
        return unwritten.containsKey(issue.key());
    }

    /** Takes the repeats out of memory, to what is to be written. */
    void collect() {
        known.values().forEach(this::collect);
        countedOnly.values().forEach(this::collect);
    }

    /** All that is to be written, as far as it was collected. */
    Collection<Reported> toWrite() {
        return List.copyOf(unwritten.values());
    }

    /** All that was collected is in the ledger now. */
    void written() {
        unwritten.clear();
    }

    /** A resolve of an entry of this version was not confirmed. */
    void resolveLater(String key, long version) {
        unresolved.put(key, version);
    }

    Map<String, Long> resolvesToRepeat() {
        return Map.copyOf(unresolved);
    }

    void resolved(String key) {
        unresolved.remove(key);
    }

    boolean hasWork() {
        return !unwritten.isEmpty() || !unresolved.isEmpty();
    }

    int unwritten() {
        return unwritten.size();
    }

    private void collect(Known repeated) {
        long times = repeated.take();
        if (times > 0) {
            keep(new Reported(screen.screened(repeated.latest()), times));
        }
    }
}
