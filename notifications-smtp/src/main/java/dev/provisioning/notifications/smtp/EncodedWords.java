package dev.provisioning.notifications.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text as encoded words (RFC 2047), each of whole characters, at most 75 octets long, and on a line of at most 76: in the
 * encoding that makes fewer octets. Q uses only what is allowed in a phrase, too (section 5 (3)).
 */
final class EncodedWords {
    private static final String Q = "=?UTF-8?Q?";
    private static final String B = "=?UTF-8?B?";
    private static final String END = "?=";

    private final String text;
    private final MailBuffer out;

    private EncodedWords(String text, MailBuffer out) {
        this.text = text;
        this.out = out;
    }

    /**
     * Writes text, folded as needed.
     *
     * @param text without controls and halves of surrogate pairs
     * @param out within a line, whose first word has room for at least one character
     */
    static void write(String text, MailBuffer out) {
        EncodedWords words = new EncodedWords(text, out);
        if (isShorterInQ(text)) {
            words.inQ();
        } else {
            words.inB();
        }
    }

    private static boolean isShorterInQ(String text) {
        int octets = 0;
        int inQ = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            octets += Utf8.length(text.codePointAt(i));
            inQ += widthInQ(text.codePointAt(i));
        }
        return inQ <= octets * 4 / 3;
    }

    private void inQ() {
        out.ascii(Q);
        for (int i = 0; i < text.length(); i = after(i)) {
            int codePoint = text.codePointAt(i);
            if (widthInQ(codePoint) > room()) {
                nextWord(Q);
            }
            character(codePoint);
        }
        out.ascii(END);
    }

    private void character(int codePoint) {
        if (codePoint == ' ') {
            out.ascii('_');
        } else if (isSafe(codePoint)) {
            out.ascii((char) codePoint);
        } else {
            int length = Utf8.length(codePoint);
            for (int i = 0; i < length; i++) {
                out.escaped(Utf8.octet(codePoint, i, length));
            }
        }
    }

    private void inB() {
        out.ascii(B);
        int from = 0;
        while (from < text.length()) {
            if (from > 0) {
                nextWord(B);
            }
            int end = endWithin(from, room() / 4 * 3);
            byte[] octets = text.substring(from, end).getBytes(StandardCharsets.UTF_8);
            out.ascii(Base64.getEncoder().encodeToString(octets));
            from = end;
        }
        out.ascii(END);
    }

    private int endWithin(int from, int octets) {
        int end = from;
        int left = octets;
        while (end < text.length() && left >= Utf8.length(text.codePointAt(end))) {
            left -= Utf8.length(text.codePointAt(end));
            end = after(end);
        }
        return end;
    }

    private void nextWord(String opening) {
        out.ascii(END);
        HeaderText.space(HeaderText.LONGEST_LINE, out);
        out.ascii(opening);
    }

    private int room() {
        return HeaderText.LONGEST_LINE - END.length() - out.column();
    }

    private int after(int index) {
        return text.offsetByCodePoints(index, 1);
    }

    private static int widthInQ(int codePoint) {
        return codePoint == ' ' || isSafe(codePoint) ? 1 : 3 * Utf8.length(codePoint);
    }

    private static boolean isSafe(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '!'
                || c == '*'
                || c == '+'
                || c == '-'
                || c == '/';
    }
}
