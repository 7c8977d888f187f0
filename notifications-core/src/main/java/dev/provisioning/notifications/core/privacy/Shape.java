package dev.provisioning.notifications.core.privacy;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What something looks like, and a quick look that spares most texts the search for it.
 *
 * @param mayBeIn false only of a text in which the expression finds nothing
 * @param pattern the expression
 */
record Shape(Predicate<String> mayBeIn, Pattern pattern) {
    /** Hides what the first group matches. */
    void hideIn(String text, Spans found) {
        if (mayBeIn.test(text)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.hide(matcher.start(1), matcher.end(1));
            }
        }
    }

    /** Shows a reader each match, in order. */
    void read(String text, Consumer<Matcher> reader) {
        if (mayBeIn.test(text)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                reader.accept(matcher);
            }
        }
    }
}
