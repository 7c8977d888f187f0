package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The desks of all applications that this node has to do with, and the bound on what they keep unwritten together. */
final class Desks {
    private final Map<AppId, Desk> desks = new ConcurrentHashMap<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private final int maxBuffered;
    private final Screen screen;

    Desks(int maxBuffered, Screen screen) {
        this.screen = screen;
        this.maxBuffered = maxBuffered;
    }

    @Nullable
    Desk find(AppId app) {
        return desks.get(app);
    }

    Desk of(AppId app) {
        return desks.computeIfAbsent(app, unknown -> new Desk(unknown, screen));
    }

    Collection<Desk> all() {
        return desks.values();
    }

    /** Keeps an issue that could not be written, if the bound allows it. */
    boolean keep(Desk desk, Issue issue) {
        synchronized (desk) {
            if (unwritten.get() >= maxBuffered && !desk.keeps(issue)) {
                return false;
            }
            change(desk, d -> d.keep(Reported.once(issue)));
            return true;
        }
    }

    /** Changes a desk, whose monitor the caller holds or is given here, and keeps count of what is unwritten. */
    void change(Desk desk, Consumer<Desk> how) {
        synchronized (desk) {
            int before = desk.unwritten();
            how.accept(desk);
            unwritten.addAndGet(desk.unwritten() - before);
        }
    }
}
