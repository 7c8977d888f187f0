package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** For each application a limiter of Resilience4j, with one permission a day and no waiting. Its registry would want names. */
final class Limiters implements RepeatFilter {
    private static final RateLimiterConfig CONFIG = RateLimiterConfig.custom()
            .limitRefreshPeriod(Duration.ofDays(1))
            .limitForPeriod(1)
            .timeoutDuration(Duration.ZERO)
            .build();

    private final ConcurrentMap<AppId, RateLimiter> limiters = new ConcurrentHashMap<>();

    @Override
    public boolean suppresses(Issue issue) {
        RateLimiter limiter = limiters.get(issue.app());
        return !(limiter == null ? limiter(issue.app()) : limiter).acquirePermission();
    }

    private RateLimiter limiter(AppId app) {
        return limiters.computeIfAbsent(app, fresh -> RateLimiter.of(fresh.toString(), CONFIG));
    }
}
