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
        return value.codePoints().anyMatch(c -> isOpposite(c, inRightToLeft))
                ? FIRST_STRONG_ISOLATE + value + POP_DIRECTIONAL_ISOLATE
                : value;
    }

    private static boolean isOpposite(int c, boolean inRightToLeft) {
        byte direction = Character.getDirectionality(c);
        return inRightToLeft
                ? direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                : direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
