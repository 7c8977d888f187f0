package dev.provisioning.notifications.testkit;

import java.util.List;
import java.util.Locale;

/**
 * A part of the sample application, with a sign-in of its own: what the many problems of one mail differ by.
 *
 * @param number which one it is; from 1
 * @param name what readers call it
 */
record SampleUnit(int number, String name) {
    private static final List<String> CITIES = List.of(
            "Amsterdam",
            "Berlin",
            "Cairo",
            "Dublin",
            "Edinburgh",
            "Geneva",
            "Helsinki",
            "Istanbul",
            "Lisbon",
            "Madrid",
            "Nairobi",
            "Oslo",
            "Paris",
            "Quebec",
            "Rome",
            "Seoul",
            "Toronto",
            "Utrecht",
            "Vienna",
            "Warsaw");
    private static final List<String> AREAS =
            List.of("Sales", "Service", "Partners", "Marketing", "Training", "Events", "Finance");

    /** The unit of that number, whose name no other has up to {@code 140}; from there on, they begin again. */
    static SampleUnit of(int number) {
        int index = number - 1;
        String city = CITIES.get(index % CITIES.size());
        String area = AREAS.get(index / CITIES.size() % AREAS.size());
        return new SampleUnit(number, city + " " + area);
    }

    /** The name as it stands in addresses and keys. */
    String code() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The account that the engine signs in with. */
    String account() {
        return "svc-provisioning-" + code();
    }

    String host() {
        return code() + ".crm.example.com";
    }

    /** Whether this is one of every so many, beginning with the first. */
    boolean isOneIn(int every) {
        return (number - 1) % every == 0;
    }
}
