package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** For each application a bucket of Bucket4j, with one token a day. */
final class Buckets implements RepeatFilter {
    private final ConcurrentMap<AppId, Bucket> buckets = new ConcurrentHashMap<>();

    @Override
    public boolean suppresses(Issue issue) {
        Bucket bucket = buckets.get(issue.app());
        return !(bucket == null ? bucket(issue.app()) : bucket).tryConsume(1);
    }

    private Bucket bucket(AppId app) {
        return buckets.computeIfAbsent(
                app,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillIntervally(1, Duration.ofDays(1)))
                        .build());
    }
}
