package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives out the {@link Desk} of an application to one at a time, and counts what lies on all of them. A desk is there as long
 * as somebody works or waits at it, or anything lies on it.
 */
final class Desks {
    private final Map<AppId, Place> places = new ConcurrentHashMap<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private final int maxUnwritten;

    /**
     * No desks yet.
     *
     * @param maxUnwritten how many issues may lie on all of them together before {@link #keep} takes no more
     */
    Desks(int maxUnwritten) {
        this.maxUnwritten = maxUnwritten;
    }

    /** Does something at the desk of an application, once nobody else does; the same thread may do so within. */
    <T> T at(AppId app, Function<Desk, T> work) {
        Place place = enter(app);
        try {
            synchronized (place) {
                return doneAt(place, work);
            }
        } finally {
            leave(app);
        }
    }

    /** Does something at the desk of an application, once nobody else does. */
    void atIt(AppId app, Consumer<Desk> work) {
        at(app, desk -> {
            work.accept(desk);
            return true;
        });
    }

    /** Keeps an issue that could not be written, if the bound allows it. */
    boolean keep(Issue issue) {
        return at(issue.app(), desk -> {
            if (unwritten.get() >= maxUnwritten && !desk.keeps(issue)) {
                return false;
            }
            desk.keep(Reported.once(issue));
            return true;
        });
    }

    /** The applications at whose desks somebody works, or something lies on them. */
    Collection<AppId> apps() {
        return List.copyOf(places.keySet());
    }

    private <T> T doneAt(Place place, Function<Desk, T> work) {
        try {
            return work.apply(place.desk);
        } finally {
            int now = place.desk.unwritten();
            unwritten.addAndGet(now - place.unwritten);
            place.unwritten = now;
        }
    }

    private Place enter(AppId app) {
        return places.compute(app, (unknown, present) -> {
            Place place = present == null ? new Place(new Desk(app)) : present;
            place.people++;
            return place;
        });
    }

    private void leave(AppId app) {
        places.computeIfPresent(app, (known, place) -> --place.people == 0 && !place.desk.hasWork() ? null : place);
    }

    /** A desk; its monitor belongs to whoever works at it. */
    private static final class Place {
        private final Desk desk;

        /** How many work or wait at it; changed within the map's. */
        private int people;

        /** How much of what lies on it was counted. */
        private int unwritten;

        Place(Desk desk) {
            this.desk = desk;
        }
    }
}
