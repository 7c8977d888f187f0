package dev.provisioning.notifications.protections.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of a search.
 *
 * @param found what Spin says was violated; {@link #NOTHING}; or that it did not get to the end
 * @param states how many it has seen
 * @param seconds how long it took, without the compiler
 * @param trace the way to what was found, if it is the shortest; else empty
 */
record Verdict(String found, long states, double seconds, String trace) {
    /** Everything was searched, and nothing was found. */
    static final String NOTHING = "ok";

    private static final Pattern ERROR = Pattern.compile("pan:\\d+: (.*?) \\(at depth");
    private static final Pattern STATES = Pattern.compile("(\\S+) states, stored");
    private static final Pattern SECONDS = Pattern.compile("elapsed time (\\S+) seconds");

    /** Reads what the search has printed. */
    static Verdict of(String printed, String trace) {
        boolean complete = printed.contains("errors: 0") && !printed.contains("Search not completed");
        String found = text(ERROR, printed, complete ? NOTHING : "did not get to the end");
        long states = (long) Double.parseDouble(text(STATES, printed, "0"));
        return new Verdict(found, states, Double.parseDouble(text(SECONDS, printed, "0")), trace);
    }

    boolean isExpectedBy(Case which) {
        return which.isHole() ? found.contains(which.expected()) : found.equals(which.expected());
    }

    private static String text(Pattern pattern, String printed, String otherwise) {
        Matcher matcher = pattern.matcher(printed);
        return matcher.find() ? matcher.group(1) : otherwise;
    }
}
