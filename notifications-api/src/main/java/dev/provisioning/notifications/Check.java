package dev.provisioning.notifications;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Refuses bad input where it comes in, with a message that names the field and shows the value. */
final class Check {
    private static final int SHOWN = 60;

    private Check() {}

    static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** Text of one line: not blank, no control characters, at most {@code max} UTF-16 units. */
    static String line(String field, @Nullable String value, int max) {
        return line(field, value, max, UnaryOperator.identity());
    }

    /** The same, for a value that a message may only show in part. */
    static String line(String field, @Nullable String value, int max, UnaryOperator<String> masking) {
        String line = text(field, value, max, c -> isControl(c), masking);
        if (line.codePoints().allMatch(c -> isSpace(c))) {
            throw new IllegalArgumentException(field + " is blank");
        }
        return line;
    }

    /** Text of any number of lines, perhaps empty: tab and line feed are its only control characters. */
    static String lines(String field, @Nullable String value, int max) {
        return text(field, value, max, c -> c != '\n' && c != '\t' && isControl(c), UnaryOperator.identity());
    }

    static <T> List<T> list(String field, @Nullable List<T> values, int max) {
        List<T> present = present(field, values);
        if (present.size() > max) {
            throw new IllegalArgumentException(field + " has " + present.size() + " elements, more than " + max);
        }
        for (int i = 0; i < present.size(); i++) {
            present(field + "[" + i + "]", present.get(i));
        }
        return List.copyOf(present);
    }

    /** One line of 1 to {@code max} UTF-16 units, made of any text; what does not fit is cut. */
    static String oneLine(@Nullable String text, int max) {
        StringBuilder line = new StringBuilder();
        String any = text == null ? "" : text;
        any.codePoints()
                .map(c -> isControl(c) || isSpace(c) ? ' ' : c)
                .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
                .takeWhile(c -> line.length() + Character.charCount(c) <= max)
                .forEach(line::appendCodePoint);
        String stripped = line.toString().strip();
        return stripped.isEmpty() ? "(no text)" : stripped;
    }

    /** Lines of at most {@code max} UTF-16 units together, made of any text; what does not fit is cut. */
    static String anyLines(@Nullable String text, int max) {
        StringBuilder lines = new StringBuilder();
        String any = text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n');
        any.codePoints()
                .map(c -> c != '\n' && c != '\t' && isControl(c) ? ' ' : c)
                .takeWhile(c -> lines.length() + Character.charCount(c) <= max)
                .forEach(lines::appendCodePoint);
        return lines.toString().strip();
    }

    /** White space to the eye: also what does not break, which {@link String#isBlank()} takes for a letter. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || codePoint == 0x2028
                || codePoint == 0x2029
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** The value as it may stand in a message: quoted, shortened, control characters escaped. */
    static String shown(String value) {
        StringBuilder shown = new StringBuilder("\"");
        value.codePoints().limit(SHOWN).forEach(c -> {
            if (isControl(c)) {
                shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append(value.codePointCount(0, value.length()) > SHOWN ? "…\"" : "\"")
                .toString();
    }

    private static String text(
            String field, @Nullable String value, int max, IntPredicate refused, UnaryOperator<String> masking) {
        String text = present(field, value);
        if (text.length() > max) {
            throw new IllegalArgumentException(field + " has " + text.length() + " characters, more than " + max + ": "
                    + shown(masking.apply(text)));
        }
        if (text.codePoints().anyMatch(refused)) {
            throw new IllegalArgumentException(field + " has a control character: " + shown(masking.apply(text)));
        }
        return text;
    }
}
