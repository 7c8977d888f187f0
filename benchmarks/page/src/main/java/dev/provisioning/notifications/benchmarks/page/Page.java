package dev.provisioning.notifications.benchmarks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with a section for each benchmark, between marks, so that each benchmark replaces its own and no other.
 *
 * @param text the page
 */
public record Page(String text) {
    /**
     * Reads a page, or begins one.
     *
     * @param file where it is, or will be
     * @return the page
     * @throws IOException if it cannot be read
     */
    public static Page read(Path file) throws IOException {
        return new Page(
                Files.exists(file)
                        ? Files.readString(file)
                        : Template.read(Page.class, "page.md").text());
    }

    /** {@return the page with this section, in place of the one of the same name or behind all others} */
    public Page with(String name, String section) {
        String begin = "<!-- begin " + name + ": written by its benchmark -->";
        String end = "<!-- end " + name + " -->";
        String marked = begin + "\n" + section.strip() + "\n" + end;
        Matcher old = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(text);
        return new Page(
                old.find()
                        ? old.replaceFirst(Matcher.quoteReplacement(marked))
                        : text.strip() + "\n\n" + marked + "\n");
    }

    /**
     * Writes the page.
     *
     * @param file where to
     * @throws IOException if that fails
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
