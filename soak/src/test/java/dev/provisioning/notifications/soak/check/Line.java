package dev.provisioning.notifications.soak.check;

import java.time.Instant;
import java.util.List;

/**
 * One line of a journal.
 *
 * @param at when, by the clock of the process
 * @param what what the process did, or was about to do
 * @param words about what
 */
record Line(Instant at, String what, List<String> words) {
    static Line parse(String text) {
        List<String> parts = List.of(text.split(" "));
        return new Line(Instant.parse(parts.get(0)), parts.get(1), parts.subList(2, parts.size()));
    }

    boolean is(String event) {
        return what.equals(event);
    }

    String word(int index) {
        return words.get(index);
    }
}
