package dev.provisioning.notifications.core.compose;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, or how long it takes till then. */
final class RelativeTime {
    private static final long FURTHEST_DAYS = 999;
    private static final long LAST_HOUR = 47;

    private RelativeTime() {}

    /** In words; empty if it is too far away for that to mean anything. */
    static String between(Instant now, Instant moment, Words words) {
        String direction = moment.isAfter(now) ? "in." : "ago.";
        Duration away = Duration.between(now, moment).abs();
        if (away.toDays() > FURTHEST_DAYS) {
            return "";
        }
        if (away.toMinutes() == 0) {
            return words.say(direction + "now");
        }
        if (away.toHours() == 0) {
            return words.count(direction + "minutes", away.toMinutes());
        }
        return away.toHours() <= LAST_HOUR
                ? words.count(direction + "hours", away.toHours())
                : words.count(direction + "days", away.toDays());
    }
}
