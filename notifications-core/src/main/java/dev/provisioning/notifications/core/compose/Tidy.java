package dev.provisioning.notifications.core.compose;

import java.util.List;

/** Makes words that come from outside fit to be shown: nothing unseen turns a line around or hides in it. */
final class Tidy {
    private static final String TAB = "    ";

    private Tidy() {}

    /** One line: without what cannot be seen, and with single spaces for line ends, tabs and runs of spaces. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!isBlank(c) && !isUnseen(c)) {
                line.appendCodePoint(c);
            } else if (isBlank(c) && !line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    /** Several lines, without what cannot be seen; a tab is four spaces. No lines at all if the text is blank. */
    static List<String> lines(String text) {
        return text.isBlank()
                ? List.of()
                : text.strip().lines().map(Tidy::withIndentation).toList();
    }

    /** The line itself, or as much of it as {@code max} characters hold, with an ellipsis for the last. */
    static String cut(String line, int max) {
        if (line.codePointCount(0, line.length()) <= max) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, max - 1)).strip() + "…";
    }

    private static String withIndentation(String line) {
        StringBuilder tidy = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            if (isBlank(c)) {
                tidy.append(c == '\t' ? TAB : " ");
            } else if (!isUnseen(c)) {
                tidy.appendCodePoint(c);
            }
        }
        return tidy.toString().stripTrailing();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isISOControl(c);
    }

    /** Marks of direction, above all (UAX 9), then spaces without width and tags. */
    private static boolean isUnseen(int c) {
        return (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || c == 0x200B
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xFEFF
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
