package dev.provisioning.notifications.core.privacy;

import java.util.function.IntPredicate;

/** Finds long runs of characters of a sort without looking at each character. */
final class Runs {
    private Runs() {}

    /** Where the first run of at least so many begins, from a place that does not stand within one; -1 if there is none. */
    static int next(String text, int from, int shortest, IntPredicate part) {
        int start = from;
        while (start + shortest <= text.length()) {
            int at = start + shortest - 1;
            while (at >= start && part.test(text.charAt(at))) {
                at--;
            }
            if (at < start) {
                return start;
            }
            start = at + 1;
        }
        return -1;
    }

    /** Where a run ends. */
    static int end(String text, int from, IntPredicate part) {
        int end = from;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether it is a letter or a digit of ASCII. */
    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
