package dev.provisioning.notifications.core.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds long runs of the characters of base64 that no person chose: hashes, keys and tokens of unknown issuers. Paths, names
 * and identifiers of that length are made of words and numbers, which leave longer pieces of one kind of character.
 */
final class RandomRuns {
    private static final int SHORTEST = 40;
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_IN_WORDS = 40;

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private RandomRuns() {}

    static void detect(String text, Spans found) {
        int at = Runs.next(text, 0, SHORTEST, RandomRuns::isPart);
        while (at >= 0) {
            int end = Runs.end(text, at, RandomRuns::isPart);
            if (looksRandom(text.substring(at, end))) {
                found.hide(at, padded(text, end));
            }
            at = Runs.next(text, end, SHORTEST, RandomRuns::isPart);
        }
    }

    private static boolean looksRandom(String run) {
        Matcher guids = GUID.matcher(run);
        String rest = guids.replaceAll("");
        return rest.length() >= SHORTEST
                && rest.chars().anyMatch(c -> kind(c) == 'a')
                && rest.chars().anyMatch(c -> kind(c) == 'A')
                && rest.chars().anyMatch(c -> kind(c) == '0')
                && 100L * inWords(rest) < (long) MOST_IN_WORDS * rest.length();
    }

    /** How many characters stand in pieces of one kind that are long enough to be a word or a number. */
    private static int inWords(String run) {
        int count = 0;
        int start = 0;
        for (int i = 1; i <= run.length(); i++) {
            if (i == run.length() || kind(run.charAt(i)) != kind(run.charAt(start))) {
                count += i - start >= SHORTEST_WORD && kind(run.charAt(start)) != '-' ? i - start : 0;
                start = i;
            }
        }
        return count;
    }

    private static int padded(String text, int end) {
        int to = end;
        while (to < text.length() && to - end < 2 && text.charAt(to) == '=') {
            to++;
        }
        return to;
    }

    private static boolean isPart(int c) {
        return Runs.isLetterOrDigit(c) || c == '+' || c == '/' || c == '_' || c == '-';
    }

    private static char kind(int c) {
        if (c >= 'a' && c <= 'z') {
            return 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 'A';
        }
        return c >= '0' && c <= '9' ? '0' : '-';
    }
}
