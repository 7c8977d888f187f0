package dev.provisioning.notifications.core.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Shows moments as the readers' wall clock does.
 *
 * @param zone where the readers are
 * @param format how dates look in their language
 */
record WallClock(ZoneId zone, DateTimeFormatter format) {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    static WallClock of(ZoneId zone, String pattern, Locale locale) {
        return new WallClock(zone, DateTimeFormatter.ofPattern(pattern, locale));
    }

    /**
     * Date and time; in the hour that a clock shows twice because it was turned back, also which one is meant. A moment that
     * no calendar on a wall shows becomes the first or last one that it does.
     */
    String show(Instant moment) {
        ZonedDateTime shown =
                (moment.isBefore(EARLIEST) ? EARLIEST : moment.isAfter(LATEST) ? LATEST : moment).atZone(zone);
        boolean isShownTwice =
                zone.getRules().getValidOffsets(shown.toLocalDateTime()).size() > 1;
        return format.format(shown) + (isShownTwice ? " UTC" + shown.getOffset().getId() : "");
    }

    /** The name of the zone, as in {@code Europe/Berlin} or {@code UTC+05:30}. */
    String place() {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        }
        return zone.getId();
    }

    /** What people call the zone, if there is a word for it. */
    String placeName() {
        if (zone.normalized() instanceof ZoneOffset) {
            return "";
        }
        String name = zone.getDisplayName(TextStyle.FULL, format.getLocale());
        return name.equals(zone.getId()) ? "" : name;
    }
}
