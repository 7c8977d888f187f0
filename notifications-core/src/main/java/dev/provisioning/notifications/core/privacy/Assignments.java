package dev.provisioning.notifications.core.privacy;

/**
 * Reads a text for names that a value follows: {@code name=value}, {@code "name": "value"}, {@code <name>value</name>},
 * {@code --name value}, {@code name 'value'}.
 *
 * <p>By hand and not by one expression: from each separator it looks back for a name over a bounded distance, so that no
 * text, however hostile, takes more than time in proportion to its length.
 */
final class Assignments {
    private static final int LONGEST_NAME = 64;
    private static final int WIDEST_GAP = 8;
    private static final int LONGEST_TAG = 300;

    /** How a name and its value are joined. */
    enum Kind {
        EQUALS,
        COLON,
        QUOTED,
        OPTION,
        ELEMENT
    }

    /**
     * A name, and where its value begins.
     *
     * @param name as it stands, perhaps with words before it that do not belong to it
     * @param nameFrom where it begins
     * @param kind how the value follows
     * @param valueFrom where the value begins, perhaps with a quotation mark
     */
    record Assignment(String name, int nameFrom, Kind kind, int valueFrom) {}

    /** Is shown each assignment, in order. */
    interface Reader {
        /** {@return from where to read on, or -1 if the value is of no interest} */
        int read(Assignment assignment);
    }

    /** Tells at a glance which names are of no interest, before anything else is read. */
    interface Glance {
        /** {@return false only if no name is of interest that ends at {@code to}, and does not begin before {@code from}} */
        boolean mayEnd(String text, int from, int to);
    }

    private final String text;
    private final Glance names;

    private Assignments(String text, Glance names) {
        this.text = text;
        this.names = names;
    }

    /** Shows a reader the assignments to names that may be of interest. */
    static void read(String text, Glance names, Reader reader) {
        read(text, 0, text.length(), names, reader);
    }

    /** The same for those that are found in a part of a text; their values may end behind it. */
    static void read(String text, int from, int to, Glance names, Reader reader) {
        Assignments assignments = new Assignments(text, names);
        int at = from;
        while (at < to) {
            int next = isPlain(text.charAt(at)) ? -1 : assignments.readAt(at, reader);
            at = next > at ? next : at + 1;
        }
    }

    static boolean isQuote(char c) {
        return switch (c) {
            case '"', '\'', '`', '“', '”', '„', '«', '»', '‘', '’' -> true;
            default -> false;
        };
    }

    /** Most characters are, and none of these joins a name and a value. */
    private static boolean isPlain(char c) {
        return c == ' ' || Runs.isLetterOrDigit(c);
    }

    private int readAt(int at, Reader reader) {
        char c = text.charAt(at);
        return switch (c) {
            case '=', ':' -> separated(at, reader);
            case '%' -> isEncodedSeparator(text, at) ? separated(at, reader) : -1;
            case '-' -> option(at, reader);
            case '<' -> element(at, reader);
            default -> isQuote(c) && at > 0 && isGap(text.charAt(at - 1)) ? named(at, Kind.QUOTED, at, reader) : -1;
        };
    }

    private int separated(int at, Reader reader) {
        int end = at;
        boolean colon = text.charAt(at) == ':';
        while (end < text.length()
                && (text.charAt(end) == '=' || text.charAt(end) == ':' || isEncodedSeparator(text, end))) {
            colon &= text.charAt(end) == ':';
            end += text.charAt(end) == '%' ? 3 : 1;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            end++;
        }
        int read = named(at, colon ? Kind.COLON : Kind.EQUALS, afterGap(end, colon), reader);
        return read < 0 ? end : read;
    }

    private int named(int at, Kind kind, int valueFrom, Reader reader) {
        int end = nameEnd(at);
        if (!names.mayEnd(text, Math.max(0, end - LONGEST_NAME), end)) {
            return -1;
        }
        int start = nameStart(end);
        return start == end ? -1 : reader.read(new Assignment(text.substring(start, end), start, kind, valueFrom));
    }

    /** After spaces, and after one line end behind a colon. */
    private int afterGap(int from, boolean colon) {
        int at = skipGap(from);
        if (!colon || at == text.length() || text.charAt(at) != '\n') {
            return at;
        }
        int line = skipGap(at + 1);
        int word = line;
        while (word < text.length() && word - line < LONGEST_NAME && isPartOfName(text.charAt(word))) {
            word++;
        }
        boolean nextName = word < text.length() && (text.charAt(word) == ':' || text.charAt(word) == '=');
        return nextName ? at : line;
    }

    private int skipGap(int from) {
        int at = from;
        while (at < text.length() && isGap(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Before spaces, closing quotes and closing brackets. */
    private int nameEnd(int separator) {
        int end = separator;
        while (end > 0 && separator - end < WIDEST_GAP && isGap(text.charAt(end - 1))) {
            end--;
        }
        if (text.regionMatches(true, end - 6, "&quot;", 0, 6)) {
            return end - 6;
        }
        if (text.regionMatches(true, end - 3, "%5D", 0, 3) || text.regionMatches(true, end - 3, "%22", 0, 3)) {
            return end - 3;
        }
        while (end > 0
                && separator - end < WIDEST_GAP
                && (isQuote(text.charAt(end - 1)) || "]\\".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return end;
    }

    private int nameStart(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isPartOfPhrase(start - 1)) {
            start--;
        }
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    private boolean isPartOfPhrase(int at) {
        char c = text.charAt(at);
        return isPartOfName(c) || (c == ' ' && at > 0 && isPartOfName(text.charAt(at - 1)));
    }

    private int option(int at, Reader reader) {
        if (at > 0 && (isPartOfName(text.charAt(at - 1)) || text.charAt(at - 1) == '-')) {
            return -1;
        }
        int start = at;
        while (start < text.length() && start - at < 2 && text.charAt(start) == '-') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < LONGEST_NAME && isPartOfName(text.charAt(end))) {
            end++;
        }
        int value = end;
        while (value < text.length() && value - end < 2 && (isQuote(text.charAt(value)) || text.charAt(value) == ',')) {
            value++;
        }
        int from = skipGap(value);
        if (end == start
                || !names.mayEnd(text, start, end)
                || from == value
                || from == text.length()
                || text.charAt(from) == '-') {
            return -1;
        }
        return reader.read(new Assignment(text.substring(start, end), start, Kind.OPTION, from));
    }

    private int element(int at, Reader reader) {
        int end = at + 1;
        while (end < text.length()
                && end - at <= LONGEST_NAME
                && (isPartOfName(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        int close = end;
        while (close < text.length() && close - at < LONGEST_TAG && "<>".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        boolean opens =
                end > at + 1 && close < text.length() && text.charAt(close) == '>' && text.charAt(close - 1) != '/';
        return opens && names.mayEnd(text, at + 1, end)
                ? reader.read(new Assignment(text.substring(at + 1, end), at + 1, Kind.ELEMENT, close + 1))
                : -1;
    }

    static boolean isEncodedSeparator(String text, int at) {
        return text.charAt(at) == '%'
                && (text.regionMatches(true, at, "%3D", 0, 3) || text.regionMatches(true, at, "%3A", 0, 3));
    }

    static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '$';
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }
}
