package dev.provisioning.notifications.smtp;

/**
 * Words in header fields: RFC 5322 section 3.2 for short words of ASCII, {@linkplain EncodedWords encoded words} for
 * everything else. Readers get back what was put, without what would turn a line around or break it.
 */
final class HeaderText {
    /** Lines that hold an encoded word must not be longer (RFC 2047 section 2); for others 78 is the advice. */
    static final int LONGEST_LINE = 76;

    private static final int LONGEST_WORD = 60;
    private static final int REPLACEMENT = 0xFFFD;

    private HeaderText() {}

    /** Puts free text, as in a subject, behind the name of its field. */
    static void unstructured(String text, MailBuffer out) {
        if (isFoldable(text)) {
            words(text, out);
        } else {
            EncodedWords.write(harmless(text), out);
        }
    }

    /** Puts a name that programs look for: on one line and as it is, whatever its length, if it is ASCII. */
    static void verbatim(String text, MailBuffer out) {
        if (isPlain(text)) {
            out.ascii(text);
        } else {
            EncodedWords.write(harmless(text), out);
        }
    }

    /** Puts a phrase, as beside an address: quoted, if it is ASCII that fits on the line. */
    static void phrase(String text, MailBuffer out) {
        String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        if (isPlain(text) && out.column() + quoted.length() <= LONGEST_LINE) {
            out.ascii(quoted);
        } else {
            EncodedWords.write(harmless(text), out);
        }
    }

    /** Puts a space, in a new line if otherwise what comes next would not fit (RFC 5322 section 2.2.3). */
    static void space(int next, MailBuffer out) {
        if (out.column() + 1 + next > LONGEST_LINE) {
            out.lineEnd();
        }
        out.ascii(' ');
    }

    /**
     * The text without marks of direction, and with U+FFFD for all else that no line can have. If nothing is left, one
     * U+FFFD: there is no encoded word for no text, and a field of spaces is read in more than one way.
     */
    static String harmless(String text) {
        if (text.codePoints().noneMatch(c -> isDirection(c) || isNoCharacterOfALine(c))) {
            return text;
        }
        StringBuilder harmless = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !isDirection(c))
                .map(c -> isNoCharacterOfALine(c) ? REPLACEMENT : c)
                .forEach(harmless::appendCodePoint);
        return harmless.isEmpty() ? Character.toString(REPLACEMENT) : harmless.toString();
    }

    /** All that have the property Bidi_Control (UAX 9). */
    private static boolean isDirection(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C;
    }

    private static boolean isNoCharacterOfALine(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || Utf8.isHalf(c);
    }

    /** Printable ASCII that no reader takes for an encoded word, and in which no space is lost. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.contains("=?") && !text.contains("  ") && !text.startsWith(" ") && !text.endsWith(" ");
    }

    /**
     * Readers make one space of a fold and all spaces around it, so that only single ones may become one. Jakarta Mail
     * takes a fold behind a backslash for none, so that none may be there.
     */
    private static boolean isFoldable(String text) {
        return isPlain(text) && !text.contains("\\ ") && longestWord(text) <= LONGEST_WORD;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, i - from);
                from = i + 1;
            }
        }
        return longest;
    }

    private static void words(String text, MailBuffer out) {
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int end = space < 0 ? text.length() : space;
            if (from > 0) {
                space(end - from, out);
            }
            out.ascii(text, from, end);
            from = end + 1;
        }
    }
}
