package dev.provisioning.notifications.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Words in header fields: RFC 5322 section 3.2 for ASCII, encoded words (RFC 2047) for everything else. */
final class HeaderText {
    /** So that an encoded word stays below 75 characters (RFC 2047 section 2): 45 bytes are 60 in base 64. */
    private static final int BYTES_PER_WORD = 45;

    private HeaderText() {}

    /** Free text, as in a subject. */
    static String unstructured(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    /** A phrase, as beside an address: quoted. */
    static String phrase(String text) {
        return isPlain(text) ? '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"' : encoded(text);
    }

    /** Printable ASCII that no reader takes for an encoded word. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= 32 && c < 127) && !text.contains("=?");
    }

    private static String encoded(String text) {
        StringBuilder words = new StringBuilder();
        StringBuilder chunk = new StringBuilder();
        text.codePoints().forEach(c -> {
            String character = Character.toString(c);
            if (size(chunk) + size(character) > BYTES_PER_WORD) {
                append(words, chunk);
            }
            chunk.append(character);
        });
        append(words, chunk);
        return words.toString();
    }

    private static int size(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static void append(StringBuilder words, StringBuilder chunk) {
        words.append(words.isEmpty() ? "" : "\r\n ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(chunk.toString().getBytes(StandardCharsets.UTF_8)))
                .append("?=");
        chunk.setLength(0);
    }
}
