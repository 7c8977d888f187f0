package dev.provisioning.notifications.core.compose;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Compiler;
import com.samskivert.mustache.Mustache.Escaper;
import com.samskivert.mustache.Template;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates of a mail by name: ours, and those that a host has put in their place. They know maps and lists only: none
 * can reach into the classes of its host.
 */
final class Templates {
    private static final String TEXT = "mail.txt";
    private static final String HTML = "mail.html";
    private static final List<String> NAMES = List.of(TEXT, "problem.txt", HTML, "problem.html", "style.css");

    private static final Compiler LOGIC_LESS = Mustache.compiler()
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withCollector(new MapsAndLists())
            .withFormatter(Templates::onlyText);

    /**
     * What a mail is written with.
     *
     * @param text for its text
     * @param html for its HTML
     */
    record Pair(Template text, Template html) {}

    /** Compiled for the first mail, and not for those who only report. That they work is proved by tests. */
    private static final class Ours {
        static final Pair PAIR = new Templates(Map.of()).compiled();
    }

    private final Map<String, String> sources;
    private final Set<String> replaced;

    /** Ours, but for those in whose place a host has put another. */
    Templates(Map<String, String> replaced) {
        Map<String, String> all = new HashMap<>();
        NAMES.forEach(name -> all.put(name, replaced.getOrDefault(name, read(name + ".mustache"))));
        this.sources = Map.copyOf(all);
        this.replaced = Set.copyOf(replaced.keySet());
    }

    /**
     * Makes certain that there is a template of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("composer.template is none of " + NAMES + ": " + name);
        }
    }

    static Pair ours() {
        return Ours.PAIR;
    }

    /**
     * Compiles them, and tries them against sample digests.
     *
     * @throws IllegalArgumentException if one cannot be used
     */
    Pair tried(Languages languages) {
        return new Pair(tried(TEXT, Escapers.NONE, languages), tried(HTML, Escapers.HTML, languages));
    }

    private Pair compiled() {
        return new Pair(compile(TEXT, Escapers.NONE), compile(HTML, Escapers.HTML));
    }

    private Template compile(String name, Escaper escaper) {
        return LOGIC_LESS
                .withEscaper(escaper)
                .withLoader(part -> new StringReader(source(part)))
                .compile(source(name));
    }

    /** Reads one of our own files. */
    static String read(String name) {
        try (InputStream template = Templates.class.getResourceAsStream(name)) {
            if (template == null) {
                throw new IllegalStateException("template is missing from the class path: " + name);
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("template cannot be read: " + name, e);
        }
    }

    private Template tried(String name, Escaper escaper, Languages languages) {
        try {
            Template template = compile(name, escaper);
            Sample.all().forEach(digest -> tryOut(template, digest, languages));
            return template;
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException(culprit(name) + " cannot be used: it includes itself", e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(culprit(name) + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Ours are known to work, so it is one of the host's. */
    private String culprit(String name) {
        String ending = name.substring(name.indexOf('.'));
        List<String> suspects = NAMES.stream()
                .filter(replaced::contains)
                .filter(each -> each.endsWith(ending) || (ending.equals(".html") && each.endsWith(".css")))
                .toList();
        return "composer.template " + String.join(" or ", suspects.isEmpty() ? List.of(name) : suspects);
    }

    private String source(String name) {
        String source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException("there is no template " + name);
        }
        String lines = source.replace("\r\n", "\n");
        return lines.endsWith("\n") ? lines : lines + "\n";
    }

    private static void tryOut(Template template, Digest digest, Languages languages) {
        Subscription to = digest.subscription();
        String body = template.execute(new Letter(digest, Sample.LISTED, Words.of(digest, languages)).parts());
        if (body.isBlank()) {
            throw new IllegalArgumentException("it writes nothing");
        }
        new Notification(
                digest.app(),
                "a",
                "a",
                1,
                digest.now(),
                to.recipients(),
                to.language(),
                Labels.NONE,
                "subject",
                body,
                body);
    }

    /** What is no text is for sections. */
    private static String onlyText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a list, or what is true or false, stands where only text can");
    }

    /** Looks no name up by reflection. */
    private static final class MapsAndLists extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
