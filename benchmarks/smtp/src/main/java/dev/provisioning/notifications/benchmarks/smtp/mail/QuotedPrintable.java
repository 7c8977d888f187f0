package dev.provisioning.notifications.benchmarks.smtp.mail;

/**
 * Quoted-printable (RFC 2045 section 6.7) of text with LF between lines. A dot that begins a line is encoded, so that none
 * need be doubled later.
 */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    private static final boolean[] PLAIN = plain();

    private QuotedPrintable() {}

    /** How long the longest outcome is, rounded up. */
    static int longest(int length) {
        return 4 * length + 3;
    }

    /** Encodes into an array that has room, from there on; answers where the outcome ends. */
    static int encode(byte[] text, byte[] out, int from) {
        int next = from;
        int room = LONGEST_LINE;
        for (int i = 0; i < text.length; i++) {
            byte octet = text[i];
            if (octet == '\n') {
                next = line(out, next);
                room = LONGEST_LINE;
                continue;
            }
            boolean last = i + 1 == text.length || text[i + 1] == '\n';
            boolean plain = PLAIN[octet & 0xFF] && !(last && octet == ' ');
            if (room < (plain ? 1 : 3) + (last ? 0 : 1)) {
                out[next++] = '=';
                next = line(out, next);
                room = LONGEST_LINE;
            }
            if (plain && !(octet == '.' && room == LONGEST_LINE)) {
                out[next++] = octet;
                room--;
            } else {
                next = escape(octet, out, next);
                room -= 3;
            }
        }
        return next;
    }

    private static int line(byte[] out, int at) {
        out[at] = '\r';
        out[at + 1] = '\n';
        return at + 2;
    }

    private static int escape(byte octet, byte[] out, int at) {
        out[at] = '=';
        out[at + 1] = HEX[(octet >> 4) & 15];
        out[at + 2] = HEX[octet & 15];
        return at + 3;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[256];
        for (int octet = ' '; octet < 127; octet++) {
            plain[octet] = octet != '=';
        }
        return plain;
    }
}
