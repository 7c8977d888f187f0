package dev.provisioning.notifications.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several values as one line of text, for columns that no statement looks into: fields end with a tab, and what would be
 * mistaken for its end is written as in PostgreSQL's COPY: {@code \t}, {@code \n}, {@code \\}, and {@code \N} for null.
 */
final class Packed {
    private final StringBuilder line = new StringBuilder();

    Packed text(@Nullable String value) {
        if (value == null) {
            line.append("\\N");
        } else {
            value.chars().forEach(c -> {
                switch (c) {
                    case '\t' -> line.append("\\t");
                    case '\n' -> line.append("\\n");
                    case '\\' -> line.append("\\\\");
                    default -> line.append((char) c);
                }
            });
        }
        line.append('\t');
        return this;
    }

    Packed number(long value) {
        line.append(value).append('\t');
        return this;
    }

    Packed instant(@Nullable Instant value) {
        return value == null ? text(null) : number(Micros.of(value));
    }

    <T> Packed list(Collection<T> values, Consumer<T> packEach) {
        number(values.size());
        values.forEach(packEach);
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }

    /** Takes the values out again, in their order. What was not written by {@link Packed} is a {@link DamagedException}. */
    static final class Reader {
        private final String line;
        private int next;

        Reader(String line) {
            this.line = line;
        }

        @Nullable
        String textOrNull() {
            int end = line.indexOf('\t', next);
            if (end < 0) {
                throw new DamagedException("a field is missing");
            }
            String field = line.substring(next, end);
            next = end + 1;
            return field.equals("\\N") ? null : unescaped(field);
        }

        String text() {
            return present(textOrNull());
        }

        /** The next text, which is the usual one if it is null. */
        String textOr(String usual) {
            String text = textOrNull();
            return text == null ? usual : text;
        }

        long number() {
            return parsed(text());
        }

        int integer() {
            long number = number();
            if (number != (int) number) {
                throw new DamagedException("a number is too large");
            }
            return (int) number;
        }

        @Nullable
        Instant instantOrNull() {
            String field = textOrNull();
            return field == null ? null : Micros.instant(parsed(field));
        }

        Instant instant() {
            return present(instantOrNull());
        }

        <T> List<T> list(Function<Reader, T> readEach) {
            long size = number();
            List<T> values = new ArrayList<>();
            for (long i = 0; i < size; i++) {
                values.add(readEach.apply(this));
            }
            return values;
        }

        private static <T> T present(@Nullable T value) {
            if (value == null) {
                throw new DamagedException("a value is missing");
            }
            return value;
        }

        private static long parsed(String field) {
            try {
                return Long.parseLong(field);
            } catch (NumberFormatException e) {
                throw new DamagedException("a number is not one", e);
            }
        }

        private static String unescaped(String field) {
            if (field.indexOf('\\') < 0) {
                return field;
            }
            StringBuilder text = new StringBuilder(field.length());
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                if (c != '\\') {
                    text.append(c);
                } else if (++i < field.length()) {
                    char escaped = field.charAt(i);
                    text.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
                }
            }
            return text.toString();
        }
    }
}
