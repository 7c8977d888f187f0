package dev.provisioning.notifications.core.compose;

/**
 * Keeps a name that is written the other way from carrying away what stands beside it: {@code 3 problems} after a Hebrew
 * name, or the full stop after a Latin one in an Arabic sentence (UAX 9, section 2.7).
 */
final class Direction {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private Direction() {}

    /** The value, between marks if anything in it is written in another direction than the sentence around it. */
    static String isolate(String value, boolean inRightToLeft) {
        return isMixed(value, inRightToLeft) ? FIRST_STRONG_ISOLATE + value + POP_DIRECTIONAL_ISOLATE : value;
    }

    /** What stands between marks already carries nothing away. */
    private static boolean isMixed(String value, boolean inRightToLeft) {
        int depth = 0;
        for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
            int c = value.codePointAt(i);
            if (c == FIRST_STRONG_ISOLATE) {
                depth++;
            } else if (c == POP_DIRECTIONAL_ISOLATE) {
                depth--;
            } else if (depth == 0 && isOpposite(c, inRightToLeft)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpposite(int c, boolean inRightToLeft) {
        byte direction = Character.getDirectionality(c);
        return inRightToLeft
                ? direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                : direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
