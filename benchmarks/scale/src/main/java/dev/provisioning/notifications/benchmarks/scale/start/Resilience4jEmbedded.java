package dev.provisioning.notifications.benchmarks.scale.start;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.nio.file.Path;
import java.time.Duration;

/** Resilience4j, with a limit that was asked once. */
final class Resilience4jEmbedded implements Embedding {
    @Override
    public Object start(Path directory) {
        RateLimiter limiter = RateLimiter.of(
                "salesforce",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofDays(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
        if (!limiter.acquirePermission()) {
            throw new IllegalStateException("the first mail is not permitted");
        }
        return limiter;
    }
}
