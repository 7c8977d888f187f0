package dev.provisioning.notifications.benchmarks.repeat.contestant;

import com.google.common.util.concurrent.RateLimiter;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** For each application a limiter of Guava, with one permit a day. */
final class GuavaLimiters implements RepeatFilter {
    private static final double ONE_A_DAY = 1.0 / Duration.ofDays(1).toSeconds();

    private final ConcurrentMap<AppId, RateLimiter> limiters = new ConcurrentHashMap<>();

    @Override
    public boolean suppresses(Issue issue) {
        RateLimiter limiter = limiters.get(issue.app());
        return !(limiter == null ? limiter(issue.app()) : limiter).tryAcquire();
    }

    private RateLimiter limiter(AppId app) {
        return limiters.computeIfAbsent(app, fresh -> RateLimiter.create(ONE_A_DAY));
    }
}
