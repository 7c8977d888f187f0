package dev.provisioning.notifications.core.compose;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for values: {@code {app}: {count} more problems}.
 *
 * @param pattern its words; what is not a name in braces stands for itself
 */
record Sentence(String pattern) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z]*)}");

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
        return PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private String value(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("\"" + pattern + "\" has a place for which there is no value");
        }
        return value;
    }
}
