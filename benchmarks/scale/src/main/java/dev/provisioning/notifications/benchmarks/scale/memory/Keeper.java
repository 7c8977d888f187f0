package dev.provisioning.notifications.benchmarks.scale.memory;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Whose memory is measured. */
public enum Keeper {
    /** This library, with all that it keeps in memory. */
    NOTIFIER("`Notifier`, in-memory store", "in memory"),
    /** This library, which keeps everything in a file, hours after the last report. */
    IDLE_FILE("`Notifier`, SQLite file, idle for three hours", "idle, on file"),
    /** What one would write first: the issue, when it was seen, and how often. */
    MAP("`ConcurrentHashMap` of issue, instant and counter", "map"),
    /** The same with a bound. */
    CAFFEINE("Caffeine cache of the same", "Caffeine"),
    /** A limit alone, without the issue. */
    BUCKET4J("Bucket4j, a bucket for each", "Bucket4j"),
    /** A limit alone, without the issue. */
    RESILIENCE4J("Resilience4j, a `RateLimiter` for each", "Resilience4j");

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 10_000_000;

    private final String label;
    private final String shortLabel;

    Keeper(String label, String shortLabel) {
        this.label = label;
        this.shortLabel = shortLabel;
    }

    /** {@return how tables name it} */
    public String label() {
        return label;
    }

    /** {@return how pictures name it} */
    public String shortLabel() {
        return shortLabel;
    }

    Keeping open(Path directory) {
        return switch (this) {
            case NOTIFIER -> NotifierKeeping.inMemory();
            case IDLE_FILE -> NotifierKeeping.onFile(directory);
            case MAP -> map();
            case CAFFEINE -> caffeine();
            case BUCKET4J -> bucket4j();
            case RESILIENCE4J -> resilience4j();
        };
    }

    private record Seen(Issue issue, Instant at, AtomicInteger times) {
        static Seen now(Issue issue) {
            return new Seen(issue, Clock.systemUTC().instant(), new AtomicInteger(1));
        }
    }

    private static Keeping map() {
        Map<AppId, Seen> seen = new ConcurrentHashMap<>();
        return issue -> seen.put(issue.app(), Seen.now(issue));
    }

    private static Keeping caffeine() {
        ConcurrentMap<AppId, Seen> seen = Caffeine.newBuilder()
                .expireAfterWrite(DAY)
                .maximumSize(MOST)
                .<AppId, Seen>build()
                .asMap();
        return issue -> seen.put(issue.app(), Seen.now(issue));
    }

    private static Keeping bucket4j() {
        Map<AppId, Bucket> buckets = new ConcurrentHashMap<>();
        return issue -> buckets.computeIfAbsent(
                        issue.app(),
                        app -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(1).refillIntervally(1, DAY))
                                .build())
                .tryConsume(1);
    }

    private static Keeping resilience4j() {
        RateLimiterRegistry limiters = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(DAY)
                .timeoutDuration(Duration.ZERO)
                .build());
        return issue -> limiters.rateLimiter(issue.app().toString()).acquirePermission();
    }
}
