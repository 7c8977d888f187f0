package dev.provisioning.notifications.core.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words of a language as they stand in a file, and what is wrong with them in comparison with the English ones.
 *
 * @param words the words that can be used, by key
 * @param faults what is wrong with the others, in words
 */
record WordsFile(Map<String, String> words, List<String> faults) {
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");
    private static final Pattern PLACE = Pattern.compile("\\{[a-z][A-Za-z]*}");

    /** A form such as "once" need not tell the number. */
    private static final String COUNT = "count";

    /** What no mail can hold, or what a subject cannot. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private static final Pattern OF_A_KIND = Pattern.compile("kind\\.[a-z0-9-]+\\.(title|subject|meaning|remedy)");

    /** Reads a file that needs no comparison: the English one. */
    static Map<String, String> read(URL file) {
        try {
            URLConnection connection = file.openConnection();
            // Or the archive would stay open for as long as the process lives, and an unloaded host could not be
            // replaced.
            connection.setUseCaches(false);
            try (InputStream content = connection.getInputStream()) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
                Map<String, String> words = new TreeMap<>();
                properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
                return words;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("words cannot be read: " + file, e);
        }
    }

    /** Reads a file, and compares it with the English words. */
    static WordsFile read(URL file, Map<String, String> english) {
        Map<String, String> words = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try {
            words.putAll(read(file));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            faults.add("it cannot be read: " + e.getMessage());
        }
        words.entrySet().removeIf(entry -> isFaulty(entry.getKey(), entry.getValue(), english, faults));
        return new WordsFile(words, List.copyOf(faults));
    }

    /** The key in the form for all numbers, if it is one for some. */
    static String general(String key) {
        return FORM.matcher(key).replaceFirst(".other");
    }

    /** The form that a key is in. */
    static String form(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static boolean isFaulty(String key, String value, Map<String, String> english, List<String> faults) {
        String fault = fault(key, value, english);
        if (!fault.isEmpty()) {
            faults.add(key + " " + fault);
        }
        return !fault.isEmpty();
    }

    private static String fault(String key, String value, Map<String, String> english) {
        if (CONTROL.matcher(value).find()) {
            return "has a control character";
        }
        String original = english.get(general(key));
        if (original == null) {
            return english.containsKey(key) || OF_A_KIND.matcher(key).matches()
                    ? malformed(key, value)
                    : "is no known key";
        }
        Set<String> expected = new Sentence(original).places();
        Set<String> places = new Sentence(value).places();
        if (!expected.containsAll(places)) {
            return "has places for which there are no values, among " + places;
        }
        places.add(COUNT);
        if (!places.containsAll(expected)) {
            return "lacks places, of " + expected;
        }
        boolean open = PLACE.matcher(value).replaceAll("").matches(".*[{}].*");
        return open ? "has a brace that encloses no place" : malformed(key, value);
    }

    /** What is wrong with a value that is in its place. */
    private static String malformed(String key, String value) {
        try {
            String tried =
                    switch (key) {
                        case "direction" -> value.equals("ltr") || value.equals("rtl") ? value : "";
                        case "plurals" -> PluralRules.parse(value).formOf(1);
                        case "pattern.moment" -> moment(value);
                        default -> value;
                    };
            return tried.isBlank() ? "says nothing that could be used" : "";
        } catch (IllegalArgumentException | DateTimeException e) {
            return "cannot be used: " + e.getMessage();
        }
    }

    /** Some moment. Where one is padded, another that is longer than that could not be shown at all. */
    private static String moment(String pattern) {
        if (QUOTED.matcher(pattern).replaceAll("").contains("p")) {
            throw new IllegalArgumentException("it pads");
        }
        return WallClock.of(ZoneOffset.UTC, pattern, Locale.ROOT).show(Instant.EPOCH);
    }
}
