package dev.provisioning.notifications.benchmarks.page;

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
public record Template(String raw) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{[a-z-]+}}");

    /**
     * Reads a template.
     *
     * @param neighbour a class of the package that has it as a resource
     * @param resource its name
     * @return the template
     * @throws IOException if it is not there
     */
    public static Template read(Class<?> neighbour, String resource) throws IOException {
        try (InputStream in = neighbour.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** {@return the text with a value in the places of a name} */
    public Template with(String name, String value) {
        return new Template(raw.replace("{{" + name + "}}", value));
    }

    /** {@return the text; no place may be open} */
    public String text() {
        Matcher open = PLACE.matcher(raw);
        if (open.find()) {
            throw new IllegalStateException("nothing for " + open.group());
        }
        return raw;
    }
}
