package dev.provisioning.notifications.core.compose;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A sentence with places for values: {@code {app}: {count} more problems}.
 *
 * @param pattern its words; what is not a name in braces stands for itself
 */
record Sentence(String pattern) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    private static final int USUAL_VALUES = 40;

    /** The names of its places. */
    Set<String> places() {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(pattern).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /**
     * The sentence with its values; a value is never searched for places.
     *
     * @throws IllegalArgumentException if there is a place for which there is no value
     */
    String with(Map<String, String> values) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            return pattern;
        }
        StringBuilder said = new StringBuilder(pattern.length() + USUAL_VALUES);
        int done = 0;
        while (open >= 0) {
            int close = endOfName(open + 1);
            if (close > open + 1 && close < pattern.length() && pattern.charAt(close) == '}') {
                said.append(pattern, done, open).append(value(pattern.substring(open + 1, close), values));
                done = close + 1;
            }
            open = pattern.indexOf('{', open + 1);
        }
        return said.append(pattern, done, pattern.length()).toString();
    }

    /** By hand, because a mail has hundreds of places: what {@link #PLACE} calls a name. */
    private int endOfName(int from) {
        int end = from;
        while (end < pattern.length() && isPartOfName(pattern.charAt(end), end == from)) {
            end++;
        }
        return end;
    }

    private static boolean isPartOfName(char c, boolean first) {
        return (c >= 'a' && c <= 'z') || (!first && c >= 'A' && c <= 'Z');
    }

    private String value(String place, Map<String, String> values) {
        String value = values.get(place);
        if (value == null) {
            throw new IllegalArgumentException("\"" + pattern + "\" has a place for which there is no value");
        }
        return value;
    }
}
