package dev.provisioning.notifications.protections.catalogue;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A fragment of a source, and what is put in its place. How lines are broken makes no difference.
 *
 * @param fragment what is in the source exactly once
 * @param replacement what takes its place; perhaps nothing
 */
record Replacement(String fragment, String replacement) {
    /** The source with the replacement in it. */
    String in(String source) {
        Matcher matcher = pattern().matcher(source);
        long found = matcher.results().count();
        if (found != 1) {
            throw new IllegalStateException("found " + found + " times, and not once: " + fragment);
        }
        MatchResult match = matcher.reset().results().findFirst().orElseThrow();
        return source.substring(0, match.start()) + replacement + source.substring(match.end());
    }

    private Pattern pattern() {
        return Pattern.compile(Arrays.stream(fragment.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    }
}
