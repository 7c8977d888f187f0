package dev.provisioning.notifications.core.privacy;

/**
 * Where a value begins and ends: within its quotation marks or brackets, or up to white space, or up to a separator that
 * something follows which looks like the next name.
 *
 * @param from where what is to be hidden begins
 * @param to where it ends
 * @param next from where to read on
 * @param quoted whether quotation marks enclose it
 */
record Value(int from, int to, int next, boolean quoted) {
    private static final int FARTHEST = 2_000;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_PUNCTUATION = 4;

    static Value at(String text, int start) {
        int quote = start;
        while (quote < text.length() && quote - start < 4 && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && Assignments.isQuote(text.charAt(quote))) {
            return quoted(text, quote, quote - start);
        }
        if (text.regionMatches(true, start, "&quot;", 0, 6)) {
            return enclosed(text, start + 6, "&quot;");
        }
        if (text.regionMatches(true, start, "%22", 0, 3)) {
            return enclosed(text, start + 3, "%22");
        }
        int bracket = start < text.length() ? closingBracket(text, start) : -1;
        return unquoted(text, start, Math.max(start, bracket));
    }

    /** The content of an element, up to the next tag. */
    static Value ofElement(String text, int start) {
        int from = text.startsWith("<![CDATA[", start) ? start + 9 : start;
        String end = from > start ? "]]>" : "<";
        int to = indexOf(text, end, from);
        int stop = to < 0 ? endOfLine(text, from) : to;
        return new Value(from, stop, stop, true);
    }

    String in(String text) {
        return text.substring(from, to);
    }

    boolean isEmpty() {
        return from >= to;
    }

    Value upTo(int end) {
        return new Value(from, end, Math.max(end, next), quoted);
    }

    static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static Value quoted(String text, int quote, int backslashes) {
        int from = quote + 1;
        char closing = closing(text.charAt(quote));
        for (int i = from; i < Math.min(text.length(), from + FARTHEST); i++) {
            if (text.charAt(i) != closing) {
                continue;
            }
            int before = backslashesBefore(text, i, from);
            boolean closes = backslashes == 0 ? before % 2 == 0 : before <= backslashes;
            boolean doubled = i > from && i + 1 < text.length() && text.charAt(i + 1) == closing;
            if (closes && doubled) {
                i++;
            } else if (closes) {
                return new Value(from, backslashes == 0 ? i : i - before, i + 1, true);
            }
        }
        return new Value(from, endOfLine(text, from), endOfLine(text, from), true);
    }

    private static int backslashesBefore(String text, int at, int from) {
        int start = at;
        while (start > from && at - start < 16 && text.charAt(start - 1) == '\\') {
            start--;
        }
        return at - start;
    }

    private static char closing(char opening) {
        return switch (opening) {
            case '“', '„' -> '”';
            case '«' -> '»';
            case '»' -> '«';
            case '‘' -> '’';
            default -> opening;
        };
    }

    private static Value enclosed(String text, int from, String mark) {
        int to = indexOf(text, mark, from);
        int end = to < 0 ? endOfLine(text, from) : to;
        return new Value(from, end, end, true);
    }

    private static int indexOf(String text, String mark, int from) {
        int limit = Math.min(text.length() - mark.length(), from + FARTHEST);
        for (int i = from; i <= limit; i++) {
            if (text.regionMatches(true, i, mark, 0, mark.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Behind the bracket that closes the one here; -1 if there is none, or nothing closes it. */
    private static int closingBracket(String text, int start) {
        int kind = "([{".indexOf(text.charAt(start));
        if (kind < 0) {
            return -1;
        }
        int depth = 0;
        for (int i = start; i < Math.min(text.length(), start + FARTHEST); i++) {
            if (text.charAt(i) == text.charAt(start)) {
                depth++;
            } else if (text.charAt(i) == ")]}".charAt(kind) && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static Value unquoted(String text, int start, int from) {
        int end = from;
        while (end < text.length() && !endsAt(text, end)) {
            end++;
        }
        int to = end;
        while (to > from && to > start + 1 && end - to < MOST_PUNCTUATION && isPunctuation(text, start, to - 1)) {
            to--;
        }
        return new Value(start, to, end, false);
    }

    /** Punctuation of the sentence around; a bracket only if it was opened out there. */
    private static boolean isPunctuation(String text, int start, int at) {
        int bracket = ")]}>".indexOf(text.charAt(at));
        if (bracket < 0) {
            return ".,;:".indexOf(text.charAt(at)) >= 0;
        }
        return text.substring(start, at).indexOf("([{<".charAt(bracket)) < 0;
    }

    private static boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            return true;
        }
        int next = at + 1;
        if (Assignments.isQuote(c)) {
            return next == text.length() || !Character.isLetterOrDigit(text.charAt(next));
        }
        if (c == '<') {
            return text.startsWith("/", next) || text.regionMatches(true, next, "br", 0, 2);
        }
        if (c == '%') {
            return text.startsWith("22", next) || (text.startsWith("26", next) && isName(text, at + 3));
        }
        return ",;&|".indexOf(c) >= 0 && isFollowedByNext(text, next);
    }

    private static boolean isFollowedByNext(String text, int at) {
        if (at == text.length() || Character.isWhitespace(text.charAt(at)) || Assignments.isQuote(text.charAt(at))) {
            return true;
        }
        return isName(text, text.startsWith("amp;", at) ? at + 4 : at);
    }

    private static boolean isName(String text, int from) {
        int at = from;
        while (at < text.length()
                && at - from < LONGEST_NAME
                && (Assignments.isPartOfName(text.charAt(at)) || text.charAt(at) == ' ')) {
            at++;
        }
        return at > from
                && at < text.length()
                && (text.charAt(at) == '=' || text.charAt(at) == ':' || Assignments.isEncodedSeparator(text, at));
    }
}
