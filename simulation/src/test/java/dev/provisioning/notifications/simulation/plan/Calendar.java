package dev.provisioning.notifications.simulation.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When things happen: at any time, and often around the midnights and mornings of the applications. */
final class Calendar {
    private final Dice dice;
    private final Instant start;
    private final List<String> zones;

    Calendar(Dice dice, Instant start, List<String> zones) {
        this.dice = dice;
        this.start = start;
        this.zones = zones;
    }

    String zone(int app) {
        return zones.get(app);
    }

    /** A zone to move to. */
    String anotherZone() {
        return dice.oneIn(2)
                ? dice.of(Occasion.ELSEWHERE)
                : dice.of(Occasion.ALL).zone();
    }

    /** Some time while things happen, since the beginning. */
    long any() {
        return dice.from(Author.MINUTE, Setting.ACTIVE_MILLIS - Author.MINUTE);
    }

    /** Some time, of which a third are around midnight or in the morning. */
    long any(int app) {
        if (!dice.oneIn(3)) {
            return any();
        }
        LocalTime time = dice.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, LocalTime.of(8, 0));
        ZoneId zone = ZoneId.of(zones.get(app));
        Instant then = start.atZone(zone)
                .toLocalDate()
                .plusDays(dice.from(1, 22))
                .atTime(time)
                .atZone(zone)
                .toInstant();
        long away = dice.millis(10, 20 * Author.MINUTE);
        long at = Duration.between(start, then).toMillis() + (dice.oneIn(2) ? away : -away);
        return Math.max(Author.MINUTE, Math.min(at, Setting.ACTIVE_MILLIS - Author.MINUTE));
    }
}
