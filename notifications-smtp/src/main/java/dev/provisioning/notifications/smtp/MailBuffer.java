package dev.provisioning.notifications.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A mail while it is written: bytes in one array that grows. A line ends by {@link #lineEnd()} and by nothing else: no
 * text that is put can hold a control character, so none can begin a line of its own. For one thread.
 */
final class MailBuffer {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;
    private int lineStart;

    /**
     * An empty one.
     *
     * @param expected how many bytes will probably be put
     */
    MailBuffer(int expected) {
        bytes = new byte[expected];
    }

    /**
     * Puts text of printable ASCII.
     *
     * @throws IllegalArgumentException if it has any other character, which is never cut down to a byte
     */
    void ascii(String text) {
        ascii(text, 0, text.length());
    }

    /** Puts a part of a text, likewise. */
    void ascii(String text, int from, int to) {
        int end = asciiBefore('\0', text, from, to);
        if (end < to) {
            throw refusal(text.charAt(end));
        }
    }

    /**
     * Puts a part of a text up to the first character that is not printable ASCII, or is a given one: looking and copying
     * in one pass, which is where the time of a long mail goes.
     *
     * @return where it stopped
     */
    int asciiBefore(char stop, String text, int from, int to) {
        byte[] target = room(to - from);
        int position = size;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == stop) {
                break;
            }
            target[position++] = (byte) c;
            i++;
        }
        size = position;
        return i;
    }

    /** Puts an octet as an equals sign and two digits, as quoted-printable and the encoding Q do. */
    void escaped(int octet) {
        byte[] target = room(3);
        target[size++] = '=';
        target[size++] = HEX[octet >> 4];
        target[size++] = HEX[octet & 0xF];
    }

    /** Puts one printable ASCII character. */
    void ascii(char c) {
        if (c < ' ' || c > '~') {
            throw refusal(c);
        }
        room(1)[size++] = (byte) c;
    }

    /**
     * Puts text as UTF-8 (RFC 6532).
     *
     * @throws IllegalArgumentException if it has a control character, or half of a surrogate pair
     */
    void utf8(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c < 0x80) {
                ascii((char) c);
            } else if (Character.isISOControl(c) || Utf8.isHalf(c)) {
                throw refusal(c);
            } else {
                put(c);
            }
            i += Character.charCount(c);
        }
    }

    private void put(int codePoint) {
        int length = Utf8.length(codePoint);
        byte[] target = room(length);
        for (int i = 0; i < length; i++) {
            target[size++] = (byte) Utf8.octet(codePoint, i, length);
        }
    }

    /** Ends a line. */
    void lineEnd() {
        byte[] target = room(2);
        target[size++] = '\r';
        target[size++] = '\n';
        lineStart = size;
    }

    /** {@return how many bytes the line has by now} */
    int column() {
        return size - lineStart;
    }

    /** {@return what was put} */
    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private byte[] room(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
        return bytes;
    }

    private static IllegalArgumentException refusal(int c) {
        return new IllegalArgumentException("not a printable character of ASCII: " + Integer.toHexString(c));
    }
}
