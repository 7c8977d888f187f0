package dev.provisioning.notifications.core.compose;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Compiler;
import com.samskivert.mustache.Template;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads, compiles and tries templates, which know maps and lists only: none can reach into the classes of its host. */
final class Templates {
    private static final Compiler LOGIC_LESS =
            Mustache.compiler().emptyStringIsFalse(true).strictSections(true).withCollector(new MapsAndLists());

    private Templates() {}

    static Template text(String source) {
        return compile("composer.textTemplate", LOGIC_LESS.withEscaper(Escapers.NONE), source);
    }

    static Template html(String source) {
        return compile("composer.htmlTemplate", LOGIC_LESS.withEscaper(Escapers.HTML), source);
    }

    /** Reads one of our own templates. */
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

    private static Template compile(String field, Compiler compiler, String source) {
        try {
            Template template = compiler.compile(source.replace("\r\n", "\n"));
            Sample.all().forEach(digest -> tryOut(template, digest));
            return template;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(field + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void tryOut(Template template, Digest digest) {
        Subscription to = digest.subscription();
        String body = template.execute(new Letter(digest, 1, Words.of(to)).parts());
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

    /** Looks no name up by reflection. */
    private static final class MapsAndLists extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
