package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which issues this node knows to be held, so that a repeat is counted here and goes no further. What it does not know goes
 * the slow way, which is always right: so it may forget anything at any time, as long as it hands over what was counted.
 *
 * <p>Finding and counting need no lock; whoever remembers, takes or forgets has the application's {@link Desk}.
 */
final class Memory {
    private final AppTable<Known> rows = new AppTable<>();
    private final AtomicInteger size = new AtomicInteger();
    private final int most;
    private final Room room;

    /**
     * An empty memory.
     *
     * @param most how many issues it remembers at most
     * @param longWords how many of them may keep long words until they are written
     */
    Memory(int most, int longWords) {
        this.most = most;
        this.room = new Room(longWords, Stripes.MOST);
    }

    /** The issue that a report repeats, if it is known to be held. */
    @Nullable
    Known find(Issue issue) {
        Known first = rows.find(issue.app());
        return first == null ? null : first.about(issue);
    }

    /** Counts a repeat; returns how many were waiting to be written before it, or {@link Known#CLOSED}. */
    long count(Known known, Issue issue) {
        return known.count(issue, room);
    }

    /** From now on repeats of an issue are counted here; the ledger is known to hold it. Returns what was counted before. */
    Collection<Reported> remember(Issue issue, Ledger ledger) {
        Entry entry = ledger.entries().get(issue.key());
        List<Reported> counted = new ArrayList<>();
        if (entry == null) {
            remember(issue, issue.kind(), Entry.COUNTED_ONLY + issue.kind().name(), issue.severity(), counted);
        } else {
            remember(issue, issue.key(), issue.key(), entry.severity(), counted);
        }
        return counted;
    }

    /** Takes out what was counted of an application. What had long words is forgotten, because they are. */
    Collection<Reported> take(AppId app) {
        List<Reported> counted = new ArrayList<>();
        for (Known known : all(app)) {
            if (known.hasLongWords()) {
                forget(known, counted);
            } else {
                add(known.take(), counted);
            }
        }
        return counted;
    }

    /** Forgets an application, and returns what was counted of it. */
    Collection<Reported> forget(AppId app) {
        List<Reported> counted = new ArrayList<>();
        all(app).forEach(known -> close(known, counted));
        rows.change(app, present -> null);
        return counted;
    }

    /** Forgets an issue, and what was counted of it. */
    void forget(AppId app, String key) {
        all(app).stream().filter(known -> known.key().equals(key)).forEach(known -> forget(known, new ArrayList<>()));
    }

    /** The applications of which anything is known. */
    Collection<AppId> apps() {
        List<AppId> apps = new ArrayList<>();
        rows.forEach(row -> apps.add(row.app));
        return apps;
    }

    /** Whether nothing was remembered or taken of an application since this was asked the last time. */
    boolean isIdle(AppId app) {
        boolean idle = true;
        for (Known known : all(app)) {
            idle &= !known.wasFresh();
        }
        return idle;
    }

    /** Remembers one under its key or, if it is counted only, under its kind; the first of an application as its row. */
    private void remember(Issue issue, Object name, String key, Severity severity, List<Reported> counted) {
        AppId app = issue.app();
        all(app).stream().filter(known -> known.key().equals(key)).forEach(known -> forget(known, counted));
        if (size.get() >= most) {
            return;
        }
        size.incrementAndGet();
        Known first = rows.find(app);
        Known fresh = new Known(app, key, severity);
        if (name.equals(key) && (first == null || first.isClosed())) {
            fresh.succeeds(first);
            rows.change(app, row -> fresh);
        } else {
            Known row = first == null ? Known.none(app) : first;
            row.hang(name, fresh);
            rows.change(app, present -> row);
        }
    }

    private void forget(Known known, List<Reported> counted) {
        close(known, counted);
        Known first = Objects.requireNonNull(rows.find(known.app));
        first.others().values().remove(known);
        rows.change(known.app, row -> row == null || row.isVoid() ? null : row);
    }

    private void close(Known known, List<Reported> counted) {
        if (!known.isClosed()) {
            size.decrementAndGet();
        }
        add(known.close(room), counted);
    }

    private List<Known> all(AppId app) {
        Known first = rows.find(app);
        if (first == null) {
            return List.of();
        }
        List<Known> all = new ArrayList<>(first.others().values());
        all.add(0, first);
        return all;
    }

    private static void add(@Nullable Reported counted, List<Reported> all) {
        if (counted != null) {
            all.add(counted);
        }
    }
}
