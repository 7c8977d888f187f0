package dev.provisioning.notifications.core.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the words of a language: ours, and on top of them what a host has on its class path. Words that neither has are
 * English. Thread-safe.
 */
final class Languages {
    private static final Logger LOG = LoggerFactory.getLogger(Languages.class);
    private static final String OF_HOSTS = "META-INF/provisioning-notifications/";

    /** Far more than there are; a subscription source that makes languages up must not fill the memory. */
    private static final int MOST = 500;

    private static final int SHOWN = 10;

    /** Read for the first mail, and not for those who only report. */
    private static final class English {
        static final Map<String, String> WORDS = WordsFile.read(ours("en"));
    }

    private final ClassLoader host;
    private final Map<String, Language> found = new ConcurrentHashMap<>();

    Languages(ClassLoader host) {
        this.host = host;
    }

    /** The language to write in for readers of another: that one, or else English. */
    Language find(Locale asked) {
        String tag = asked.stripExtensions().toLanguageTag();
        Language known = found.get(tag);
        if (known != null) {
            return known;
        }
        List<String> faults = new ArrayList<>();
        Map<String, String> words = words(tag, faults);
        Language language = language(asked, tag, words);
        judge(words, language, faults);
        if (found.size() < MOST && found.putIfAbsent(tag, language) == null && !faults.isEmpty()) {
            LOG.warn("Mails in {} have English words in between: {}", tag, faults);
        }
        return language;
    }

    /**
     * Makes certain that there are all words of a language.
     *
     * @throws IllegalArgumentException if some are missing or wrong
     */
    void require(Locale asked) {
        String tag = asked.stripExtensions().toLanguageTag();
        List<String> faults = new ArrayList<>();
        Map<String, String> words = words(tag, faults);
        judge(words, language(asked, tag, words), faults);
        if (words.isEmpty()) {
            faults.add("there is no " + OF_HOSTS + name(tag));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("composer.language " + tag + " cannot be used: " + faults);
        }
    }

    /** How many languages are in memory. */
    int remembered() {
        return found.size();
    }

    /** Every key of the English words that others have no words for, in each form that some number takes. */
    private static Set<String> missing(Map<String, String> words, Language language) {
        Set<String> missing = new TreeSet<>();
        for (String key : English.WORDS.keySet()) {
            if (key.endsWith(".other")) {
                language.plurals().forms().forEach(form -> missing.add(key.replaceFirst("other$", form)));
            } else if (WordsFile.general(key).equals(key)) {
                missing.add(key);
            }
        }
        missing.removeAll(words.keySet());
        return missing;
    }

    private static Language language(Locale asked, String tag, Map<String, String> words) {
        boolean english = words.isEmpty() && !asked.getLanguage().equals("en");
        return Language.of(english ? Locale.ENGLISH : Locale.forLanguageTag(tag), with(words, English.WORDS));
    }

    /** A language that there is no file for has nothing wrong. */
    private static void judge(Map<String, String> words, Language language, List<String> faults) {
        if (words.isEmpty()) {
            return;
        }
        Set<String> missing = missing(words, language);
        if (!missing.isEmpty()) {
            faults.add(missing.size() + " words are missing: "
                    + missing.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (missing.size() > SHOWN ? ", …" : ""));
        }
        Set<String> forms = language.plurals().forms().collect(Collectors.toSet());
        words.keySet().stream()
                .filter(key -> !WordsFile.general(key).equals(key) && !forms.contains(WordsFile.form(key)))
                .forEach(key -> faults.add(key + " is in a form that no number takes"));
    }

    /** What a language says in its own words; a file for a country stands before the one for the language. */
    private Map<String, String> words(String tag, List<String> faults) {
        Map<String, String> words = new TreeMap<>();
        List<String> tags = new ArrayList<>();
        for (String rest = tag; !rest.isEmpty(); rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')))) {
            tags.add(rest);
        }
        Collections.reverse(tags);
        for (String part : tags) {
            for (URL file : files(part)) {
                WordsFile read = WordsFile.read(file, English.WORDS);
                words.putAll(read.words());
                read.faults().forEach(fault -> faults.add(name(part) + ": " + fault));
            }
        }
        return words;
    }

    /** Ours first, and what stands before others on the class path last. */
    private List<URL> files(String tag) {
        List<URL> files = new ArrayList<>();
        URL ours = Languages.class.getResource(name(tag));
        try {
            files.addAll(Collections.list(host.getResources(OF_HOSTS + name(tag))));
        } catch (IOException e) {
            throw new UncheckedIOException("words cannot be looked for: " + name(tag), e);
        }
        Collections.reverse(files);
        if (ours != null) {
            files.add(0, ours);
        }
        return files;
    }

    /** English words go by English rules: with the general form of ours, none of their other forms comes in. */
    private static Map<String, String> with(Map<String, String> words, Map<String, String> otherwise) {
        Map<String, String> all = otherwise.entrySet().stream()
                .filter(entry -> !words.containsKey(WordsFile.general(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        all.putAll(words);
        return all;
    }

    private static URL ours(String tag) {
        URL file = Languages.class.getResource(name(tag));
        if (file == null) {
            throw new IllegalStateException("words are missing from the class path: " + name(tag));
        }
        return file;
    }

    private static String name(String tag) {
        return "mail." + tag + ".properties";
    }
}
