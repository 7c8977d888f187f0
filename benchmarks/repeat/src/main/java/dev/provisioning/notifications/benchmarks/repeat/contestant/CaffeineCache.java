package dev.provisioning.notifications.benchmarks.repeat.contestant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import java.time.Duration;

/** A cache of who has had a mail, which forgets after a day. */
final class CaffeineCache implements RepeatFilter {
    private final Cache<AppId, Boolean> mailed =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

    @Override
    public boolean suppresses(Issue issue) {
        return mailed.getIfPresent(issue.app()) != null || mailed.asMap().putIfAbsent(issue.app(), true) != null;
    }
}
