package dev.provisioning.notifications.simulation.plan;

import java.time.Instant;
import java.util.List;

/**
 * A place and a time at which the calendar does something odd.
 *
 * @param zone where
 * @param when around when
 */
record Occasion(String zone, Instant when) {
    /** Days without midnight, midnights that come twice, days that were left out, half hours. */
    static final List<Occasion> ALL = List.of(
            of("Europe/Berlin", "2026-03-29"),
            of("Europe/Berlin", "2026-10-25"),
            of("America/New_York", "2026-11-01"),
            of("America/Havana", "2026-03-08"),
            of("America/Havana", "2026-11-01"),
            of("Africa/Cairo", "2026-04-24"),
            of("Africa/Cairo", "2026-10-29"),
            of("Asia/Beirut", "2026-03-29"),
            of("Asia/Beirut", "2026-10-25"),
            of("America/Santiago", "2026-04-05"),
            of("America/Santiago", "2026-09-06"),
            of("America/Asuncion", "2023-10-01"),
            of("America/Sao_Paulo", "2018-02-18"),
            of("America/Sao_Paulo", "2018-11-04"),
            of("America/St_Johns", "2010-11-07"),
            of("America/St_Johns", "2011-03-13"),
            of("Pacific/Apia", "2011-12-30"),
            of("Australia/Lord_Howe", "2026-04-05"),
            of("Antarctica/Troll", "2026-03-29"),
            of("Africa/Casablanca", "2026-02-15"),
            of("UTC", "2026-12-31"),
            of("Asia/Colombo", "2028-02-29"));

    /** Where subscriptions may move to: far away from each other. */
    static final List<String> ELSEWHERE = List.of(
            "UTC",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "Etc/GMT+12",
            "Australia/Lord_Howe",
            "America/Los_Angeles",
            "Europe/Berlin",
            "Asia/Tokyo");

    private static Occasion of(String zone, String date) {
        return new Occasion(zone, Instant.parse(date + "T00:00:00Z"));
    }
}
