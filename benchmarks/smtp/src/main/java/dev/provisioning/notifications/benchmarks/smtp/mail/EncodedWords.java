package dev.provisioning.notifications.benchmarks.smtp.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Encoded words (RFC 2047), of whole characters, folded. */
final class EncodedWords {
    /** Few enough that base64, its frame and the name of the field fit into a line of 76. */
    private static final int LONGEST = 39;

    private EncodedWords() {}

    static void write(String text, WireBuffer out) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length == text.length()) {
            out.ascii(text);
            return;
        }
        for (int from = 0; from < octets.length; ) {
            int to = end(octets, from);
            out.ascii(from == 0 ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?");
            byte[] word = Base64.getEncoder().encode(Arrays.copyOfRange(octets, from, to));
            out.put(word, 0, word.length);
            out.ascii("?=");
            from = to;
        }
    }

    private static int end(byte[] octets, int from) {
        int to = Math.min(octets.length, from + LONGEST);
        while (to < octets.length && (octets[to] & 0xC0) == 0x80) {
            to--;
        }
        return to;
    }
}
