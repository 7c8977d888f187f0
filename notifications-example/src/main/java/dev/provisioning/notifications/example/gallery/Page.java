package dev.provisioning.notifications.example.gallery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Mustache;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The page of a gallery: all in one file, but for the HTML of the mails, which lies beside it. */
final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Page() {}

    /**
     * A mail that can be looked at.
     *
     * @param exhibit which one
     * @param mail what it says
     * @param bytes how long it is on its way
     */
    record Entry(Exhibit exhibit, Notification mail, int bytes) {}

    static Path write(Path folder, List<Entry> entries) throws IOException {
        Path page = folder.resolve("index.html");
        try (Reader template = template();
                Writer writer = Files.newBufferedWriter(page)) {
            Mustache.compiler()
                    .compile(template)
                    .execute(
                            Map.of(
                                    "count", entries.size(),
                                    "subjects", subjects(),
                                    "sizes", SampleDigests.sizes(),
                                    "languages", languages(),
                                    "mails", json(entries)),
                            writer);
        }
        return page;
    }

    private static List<Map<String, String>> subjects() {
        return Exhibit.subjects().stream()
                .map(subject -> Map.of("value", subject, "label", label(subject)))
                .toList();
    }

    private static String label(String subject) {
        String words = subject.replace('-', ' ');
        String label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return switch (subject) {
            case Exhibit.MIXED -> "All kinds mixed";
            default -> IssueKind.of(subject).equals(SampleDigests.OWN_KIND) ? label + " (own kind)" : label;
        };
    }

    private static List<Map<String, String>> languages() {
        return SampleDigests.languages().stream()
                .map(language -> Map.of(
                        "value", language.toLanguageTag(),
                        "label", ownName(language),
                        "english", language.getDisplayLanguage(Locale.ENGLISH)))
                .toList();
    }

    private static String ownName(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** Texts within a script, which only the beginning of a tag could end. */
    private static String json(List<Entry> entries) throws IOException {
        Map<String, Object> mails = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Notification mail = entry.mail();
            int html = Objects.requireNonNullElse(mail.html(), "").length();
            mails.put(
                    entry.exhibit().path(),
                    Map.of("subject", mail.subject(), "text", mail.text(), "html", html, "bytes", entry.bytes()));
        }
        return JSON.writeValueAsString(mails).replace("<", "\\u003c");
    }

    private static Reader template() {
        InputStream template = Objects.requireNonNull(Page.class.getResourceAsStream("gallery.html"));
        return new InputStreamReader(template, StandardCharsets.UTF_8);
    }
}
