package dev.provisioning.notifications.core.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern ADDRESS = Pattern.compile("[(<\"']?https?://");

    private Wrapping() {}

    /** Wraps a text; blank lines in a row become one, and none stands at the beginning or the end. */
    static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder(text.length());
        text.lines().map(String::stripTrailing).forEach(line -> {
            if (!line.isEmpty()) {
                wrapLine(line, wrapped);
            } else if (!wrapped.isEmpty() && !endsBlank(wrapped)) {
                wrapped.append('\n');
            }
        });
        if (wrapped.isEmpty()) {
            return "\n";
        }
        return wrapped.substring(0, wrapped.length() - (endsBlank(wrapped) ? 1 : 0));
    }

    private static boolean endsBlank(StringBuilder wrapped) {
        return wrapped.length() > 1 && wrapped.charAt(wrapped.length() - 2) == '\n';
    }

    private static void wrapLine(String line, StringBuilder wrapped) {
        if (Columns.of(line) <= COLUMNS) {
            wrapped.append(line).append('\n');
            return;
        }
        Matcher start = START.matcher(line);
        String indent = start.lookingAt() ? start.group(1) : "";
        String opening = start.group(2) == null ? "" : start.group(2);
        String first = indent.substring(0, Math.min(indent.length(), DEEPEST)) + opening;
        if (Columns.of(first) <= WIDEST_OPENING) {
            fill(first, line.substring(start.end()), wrapped);
        } else {
            fill(indent.substring(0, Math.min(indent.length(), DEEPEST)), line.strip(), wrapped);
        }
    }

    private static void fill(String first, String words, StringBuilder wrapped) {
        int under = Columns.of(first);
        int column = under;
        boolean empty = true;
        wrapped.append(first);
        for (String word : pieces(words, COLUMNS - under)) {
            int width = Columns.of(word);
            if (!empty && column + 1 + width > COLUMNS) {
                wrapped.append('\n').append(" ".repeat(under));
                column = under;
                empty = true;
            }
            wrapped.append(empty ? "" : " ").append(word);
            column += empty ? width : 1 + width;
            empty = false;
        }
        wrapped.append('\n');
    }

    private static List<String> pieces(String words, int room) {
        List<String> pieces = new ArrayList<>();
        for (String word : words.trim().split(" ", -1)) {
            String rest = word;
            for (int end = fitting(rest, room);
                    end < rest.length() && !ADDRESS.matcher(rest).lookingAt();
                    end = fitting(rest, room)) {
                pieces.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            if (!rest.isEmpty()) {
                pieces.add(rest);
            }
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
