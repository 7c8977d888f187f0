package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where this node works on one application: whoever writes to the ledger on behalf of a report, a resolve or a cycle, or
 * takes the cut of a mail, has it, one at a time. On it lies what is still to be written. {@link Desks} gives it out.
 */
final class Desk {
    private final AppId app;
    private final Map<String, Reported> unwritten = new LinkedHashMap<>();
    private final Map<String, Long> unresolved = new LinkedHashMap<>();

    Desk(AppId app) {
        this.app = app;
    }

    AppId app() {
        return app;
    }

    /** Keeps what could not be written yet. */
    void keep(Reported reported) {
        unwritten.merge(reported.key(), reported, Reported::and);
    }

    void keep(Collection<Reported> reported) {
        reported.forEach(this::keep);
    }

    boolean keeps(Issue issue) {
        return unwritten.containsKey(issue.key());
    }

    /** What was kept of an issue is void. */
    void drop(String key) {
        unwritten.remove(key);
    }

    /** What was kept is void. */
    void clear() {
        unwritten.clear();
        unresolved.clear();
    }

    /** All that is to be written. */
    Collection<Reported> toWrite() {
        return List.copyOf(unwritten.values());
    }

    /** All that was to be written is in the ledger now. */
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
}
