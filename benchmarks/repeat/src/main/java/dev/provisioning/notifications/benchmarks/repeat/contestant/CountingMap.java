package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The same as {@link BareMap}, and repeats are counted: by an atomic addition to a field of what was looked up. */
final class CountingMap implements RepeatFilter {
    private static final VarHandle REPEATS;

    static {
        try {
            REPEATS = MethodHandles.lookup().findVarHandle(Mailed.class, "repeats", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Mailed {
        private final long at;
        private volatile long repeats;

        Mailed(long at) {
            this.at = at;
        }

        void count() {
            REPEATS.getAndAdd(this, 1L);
        }
    }

    private final CoarseClock clock = new CoarseClock();
    private final ConcurrentMap<AppId, Mailed> mailed = new ConcurrentHashMap<>();

    @Override
    public boolean suppresses(Issue issue) {
        Mailed last = mailed.get(issue.app());
        if (last != null && clock.isWithinADayOf(last.at)) {
            last.count();
            return true;
        }
        return BareMap.isMailedMeanwhile(mailed, issue.app(), last, new Mailed(clock.millis()));
    }

    @Override
    public void verify() {
        if (mailed.values().stream().noneMatch(last -> last.repeats > 0)) {
            throw new IllegalStateException("nothing was counted");
        }
    }

    @Override
    public void close() {
        clock.close();
    }
}
