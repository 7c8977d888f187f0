package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** The same as {@link CountingMap}, with a counter that threads share without disturbing each other, and that takes room. */
final class AddingMap implements RepeatFilter {
    private static final class Mailed {
        private final long at;
        private final LongAdder repeats = new LongAdder();

        Mailed(long at) {
            this.at = at;
        }

        void count() {
            repeats.increment();
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
        if (mailed.values().stream().noneMatch(last -> last.repeats.sum() > 0)) {
            throw new IllegalStateException("nothing was counted");
        }
    }

    @Override
    public void close() {
        clock.close();
    }
}
