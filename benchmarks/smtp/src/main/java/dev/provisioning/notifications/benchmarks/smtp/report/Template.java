package dev.provisioning.notifications.benchmarks.smtp.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places of the form {@code {{name}}}.
 *
 * @param raw the text, with the places that are still open
 */
record Template(String raw) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{[a-z-]+}}");

    static Template read(String resource) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Template with(String name, String value) {
        return new Template(raw.replace("{{" + name + "}}", value));
    }

    /** The text; no place may be open. */
    String text() {
        Matcher open = PLACE.matcher(raw);
        if (open.find()) {
            throw new IllegalStateException("nothing for " + open.group());
        }
        return raw;
    }
}
