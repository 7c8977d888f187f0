package dev.provisioning.notifications.smtp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A date in a header (RFC 5322 section 3.3), in UTC. Made by hand because a formatter asks the machine for its locale data.
 * What is before 1900 or after 9999 cannot be said there, and is told as the nearest that can.
 */
final class MailDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private MailDate() {}

    /** Puts a date. */
    static void write(Instant instant, MailBuffer out) {
        long second = Math.max(FIRST, Math.min(LAST, instant.getEpochSecond()));
        LocalDateTime date = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        name(DAYS, date.getDayOfWeek().getValue(), out);
        out.ascii(", ");
        out.ascii(Integer.toString(date.getDayOfMonth()));
        out.ascii(' ');
        name(MONTHS, date.getMonthValue(), out);
        out.ascii(' ');
        out.ascii(Integer.toString(date.getYear()));
        out.ascii(' ');
        twoDigits(date.getHour(), out);
        out.ascii(':');
        twoDigits(date.getMinute(), out);
        out.ascii(':');
        twoDigits(date.getSecond(), out);
        out.ascii(" +0000");
    }

    private static void name(String names, int number, MailBuffer out) {
        out.ascii(names, 3 * number - 3, 3 * number);
    }

    private static void twoDigits(int number, MailBuffer out) {
        out.ascii((char) ('0' + number / 10));
        out.ascii((char) ('0' + number % 10));
    }
}
