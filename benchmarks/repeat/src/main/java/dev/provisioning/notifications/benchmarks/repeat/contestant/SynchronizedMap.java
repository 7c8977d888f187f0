package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The day of each application's last mail, under a lock: what is written first, and is right. */
final class SynchronizedMap implements RepeatFilter {
    private final Clock clock = Clock.systemUTC();
    private final Map<AppId, LocalDate> mailed = new HashMap<>();

    @Override
    public synchronized boolean suppresses(Issue issue) {
        LocalDate today = LocalDate.now(clock);
        return today.equals(mailed.put(issue.app(), today));
    }
}
