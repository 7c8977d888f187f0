package dev.provisioning.notifications.core.privacy;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * How the names of a sort end: a quick look that tells of nearly all words of prose that they are no such names, and never
 * mistakes such a name. It goes by the last three letters, and does not judge what has anything else there.
 */
final class NameEnds implements Assignments.Glance {
    private static final int LETTERS = 26;

    private final BitSet ends = new BitSet(LETTERS * LETTERS * LETTERS);

    /** The ends of names, with or without a number behind them. */
    NameEnds(List<Collection<String>> names) {
        names.forEach(some -> some.forEach(this::add));
    }

    @Override
    public boolean mayEnd(String text, int from, int to) {
        int word = to;
        while (word > from && !Character.isLetterOrDigit(text.charAt(word - 1))) {
            word--;
        }
        int end = withoutNumber(text, from, word);
        boolean number = end < word && (end == from || !Character.isLetterOrDigit(text.charAt(end - 1)));
        return end > from && !number && mayEnd(text, end);
    }

    private boolean mayEnd(String text, int end) {
        int last = letter(text, end - 1);
        int second = letter(text, end - 2);
        int third = letter(text, end - 3);
        return last < 0 || second < 0 || third < 0 || ends.get(index(third, second, last));
    }

    /** A name of one or two letters may have any others before it. */
    private void add(String name) {
        int end = withoutNumber(name, 0, name.length());
        for (int any = 0; any < LETTERS * LETTERS; any++) {
            int second = end > 1 ? letter(name, end - 2) : any % LETTERS;
            int third = end > 2 ? letter(name, end - 3) : any / LETTERS;
            if (second >= 0 && third >= 0) {
                ends.set(index(third, second, letter(name, end - 1)));
            }
        }
    }

    private static int withoutNumber(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int index(int third, int second, int last) {
        return (third * LETTERS + second) * LETTERS + last;
    }

    /** Which one stands there, in any case; -1 if it is none of the alphabet. */
    private static int letter(String text, int at) {
        char c = at < 0 ? ' ' : text.charAt(at);
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' : -1;
    }
}
