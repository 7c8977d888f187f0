package dev.provisioning.notifications.core.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What something looks like, and a quick look that spares most texts the search for it.
 *
 * @param mayBeIn false only of a text in which the expression finds nothing
 * @param pattern the expression
 */
record Shape(Predicate<String> mayBeIn, Pattern pattern) {
    /** Where it is found, in order. */
    List<MatchResult> in(String text) {
        return mayBeIn.test(text) ? pattern.matcher(text).results().toList() : List.of();
    }
}
