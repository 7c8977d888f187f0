package dev.provisioning.notifications.benchmarks.scale;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of the benchmark that can be run alone. */
enum Part {
    MEMORY,
    MORNING,
    START,
    MAILS;

    /** Reads {@code all}, or names with commas between. */
    static Set<Part> parse(String names) {
        if (names.equals("all")) {
            return EnumSet.allOf(Part.class);
        }
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(names.split(",", -1))
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        return parts;
    }
}
