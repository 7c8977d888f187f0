package dev.provisioning.notifications.core.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks text into lines of at most 72 columns, as RFC 3676 advises. A line goes on under its first word, or behind a name with a
 * colon and two spaces under the value, so that lists, indented text and columns keep their shape. An address of the web is
 * never broken; any other word that is too long is.
 */
final class Wrapping {
    /** The longest line, in characters. */
    static final int COLUMNS = 72;

    private static final int DEEPEST = 24;
    private static final int WIDEST_OPENING = 40;
    private static final Pattern START = Pattern.compile("( *)((?:[-*•]|\\d{1,3}\\.) +|[^: ][^:]{0,59}: {2,})?");
    private static final Pattern ADDRESS = Pattern.compile("[(<\"']?https?://.*", Pattern.DOTALL);

    private Wrapping() {}

    /** Wraps a text; blank lines in a row become one, and none stands at the beginning or the end. */
    static String wrap(String text) {
        String wrapped = text.lines()
                .map(String::stripTrailing)
                .flatMap(line -> wrapLine(line).stream())
                .collect(Collectors.joining("\n"));
        return wrapped.replaceAll("\n{3,}", "\n\n").replaceAll("\\A\n+|\n+\\z", "") + "\n";
    }

    private static List<String> wrapLine(String line) {
        if (Columns.of(line) <= COLUMNS) {
            return List.of(line);
        }
        Matcher start = START.matcher(line);
        String indent = start.lookingAt() ? start.group(1) : "";
        String opening = start.group(2) == null ? "" : start.group(2);
        String first = indent.substring(0, Math.min(indent.length(), DEEPEST)) + opening;
        return Columns.of(first) <= WIDEST_OPENING
                ? fill(first, line.substring(start.end()))
                : fill(indent.substring(0, Math.min(indent.length(), DEEPEST)), line.strip());
    }

    private static List<String> fill(String first, String words) {
        List<String> lines = new ArrayList<>();
        String under = " ".repeat(Columns.of(first));
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : pieces(words, COLUMNS - Columns.of(first))) {
            if (!empty && Columns.of(line) + 1 + Columns.of(word) > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(under);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String words, int room) {
        List<String> pieces = new ArrayList<>();
        for (String word : words.trim().split(" +", -1)) {
            String rest = word;
            while (Columns.of(rest) > room && !ADDRESS.matcher(rest).matches()) {
                int end = fitting(rest, room);
                pieces.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            pieces.add(rest);
        }
        return pieces;
    }

    /** How much of a word there is room for; at least one character. */
    private static int fitting(String word, int room) {
        int end = 0;
        int width = 0;
        while (end < word.length()) {
            int c = word.codePointAt(end);
            width += Columns.of(c);
            if (width > room && end > 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }
}
