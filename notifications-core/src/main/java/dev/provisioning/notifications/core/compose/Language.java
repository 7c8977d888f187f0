package dev.provisioning.notifications.core.compose;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All words that a mail needs, in one language.
 *
 * @param locale the language, and where it is spoken: how numbers and dates are written
 * @param sentences the words by key
 * @param labels all headings, by their keys without {@code label.}
 * @param plurals which of its forms it takes for a number
 * @param rightToLeft which way it is written
 */
record Language(
        Locale locale,
        Map<String, Sentence> sentences,
        Map<String, Object> labels,
        PluralRules plurals,
        boolean rightToLeft) {
    private static final String LABEL = "label.";

    /**
     * Makes a language of the words in a file.
     *
     * @throws IllegalArgumentException if they do not say how it is written
     */
    static Language of(Locale locale, Map<String, String> words) {
        Map<String, Sentence> sentences = words.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new Sentence(entry.getValue())));
        return new Language(
                locale,
                sentences,
                labels(words),
                PluralRules.parse(words.getOrDefault("plurals", "")),
                "rtl".equals(words.get("direction")));
    }

    private static Map<String, Object> labels(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LABEL))
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().substring(LABEL.length()), Map.Entry::getValue));
    }

    /** The sentence of a key, if there is one. */
    @Nullable
    Sentence find(String key) {
        return sentences.get(key);
    }

    /** The sentence of a key. */
    Sentence get(String key) {
        Sentence sentence = find(key);
        if (sentence == null) {
            throw new IllegalArgumentException("there are no words for " + key);
        }
        return sentence;
    }

    /** The sentence of a key for a number: in the form that the number takes, or as for all others. */
    Sentence get(String key, long number) {
        Sentence sentence = find(key + "." + plurals.formOf(number));
        return sentence == null ? get(key + "." + PluralRules.OTHER) : sentence;
    }

    Set<String> keys() {
        return sentences.keySet();
    }
}
