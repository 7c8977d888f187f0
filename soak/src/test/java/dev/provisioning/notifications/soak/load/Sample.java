package dev.provisioning.notifications.soak.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one process used at one moment.
 *
 * @param age of the process then, in milliseconds
 * @param values how much of what
 */
record Sample(long age, Map<String, Long> values) {
    private static final String AGE = "age";

    /** Reads words such as {@code threads=17}. */
    static Sample parse(List<String> words) {
        Map<String, Long> values = new TreeMap<>();
        for (String word : words) {
            int equals = word.lastIndexOf('=');
            values.put(word.substring(0, equals), Long.parseLong(word.substring(equals + 1)));
        }
        Long age = values.remove(AGE);
        if (age == null) {
            throw new IllegalArgumentException("sample says no age: " + words);
        }
        return new Sample(age, values);
    }
}
