package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** When each application had its mail: a look-up, and a comparison with a clock that costs nothing. */
final class BareMap implements RepeatFilter {
    private record Mailed(long at) {}

    private final CoarseClock clock = new CoarseClock();
    private final ConcurrentMap<AppId, Mailed> mailed = new ConcurrentHashMap<>();

    @Override
    public boolean suppresses(Issue issue) {
        Mailed last = mailed.get(issue.app());
        return (last != null && clock.isWithinADayOf(last.at))
                || isMailedMeanwhile(mailed, issue.app(), last, new Mailed(clock.millis()));
    }

    /** The slow way: records a mail, unless another thread was faster. */
    static <M> boolean isMailedMeanwhile(ConcurrentMap<AppId, M> mailed, AppId app, @Nullable M last, M mine) {
        return last == null ? mailed.putIfAbsent(app, mine) != null : !mailed.replace(app, last, mine);
    }

    @Override
    public void close() {
        clock.close();
    }
}
