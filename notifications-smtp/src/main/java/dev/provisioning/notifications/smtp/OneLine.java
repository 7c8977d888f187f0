package dev.provisioning.notifications.smtp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Settings that are one line of text. */
final class OneLine {
    private static final int SHOWN = 60;

    private OneLine() {}

    /** Whether a text says something, and nothing that ends a line or turns it round. */
    static boolean is(@Nullable String text) {
        return text != null && !text.isBlank() && text.codePoints().noneMatch(OneLine::isControl);
    }

    /** A text as a message shows it: shortened, control characters escaped. Not for secrets. */
    static String shown(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(SHOWN).forEach(c -> append(shown, c));
        return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…\"" : "\"")
                .toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isControl(codePoint)) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        } else {
            shown.appendCodePoint(codePoint);
        }
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || isDirection(codePoint);
    }

    /** Whether it embeds, overrides or isolates a direction of writing (Unicode Standard Annex 9). */
    private static boolean isDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
