package dev.provisioning.notifications.core.compose;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How wide text is in a terminal (UAX 11). */
final class Columns {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private static final int LAST_ASCII = 0x7F;

    /** Where the first of those stands; nothing before it is wide. */
    private static final int FIRST_WIDE = 0x1100;

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    static int of(int c) {
        if (c <= LAST_ASCII) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        return c >= FIRST_WIDE && (WIDE.contains(UnicodeScript.of(c)) || isWideSymbol(c));
    }

    private static boolean isWideSymbol(int c) {
        return (c >= 0x3000 && c <= 0x303E) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
    }
}
