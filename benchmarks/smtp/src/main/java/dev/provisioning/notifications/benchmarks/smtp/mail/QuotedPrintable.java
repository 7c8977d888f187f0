package dev.provisioning.notifications.benchmarks.smtp.mail;

/** Quoted-printable (RFC 2045 section 6.7) of text with LF between lines; a dot that begins a line is encoded, so never doubled. */
final class QuotedPrintable {
    private static final int LONGEST_LINE = 76;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private QuotedPrintable() {}

    static void write(byte[] text, WireBuffer out) {
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                out.line();
                column = 0;
                continue;
            }
            boolean last = i + 1 == text.length || text[i + 1] == '\n';
            boolean plain = isPlain(text[i], column == 0, last);
            int width = plain ? 1 : 3;
            if (column + width > (last ? LONGEST_LINE : LONGEST_LINE - 1)) {
                out.put('=');
                out.line();
                column = 0;
                plain &= text[i] != '.';
                width = plain ? 1 : 3;
            }
            put(text[i], plain, out);
            column += width;
        }
    }

    private static boolean isPlain(byte octet, boolean first, boolean last) {
        return octet == ' ' ? !last : octet > ' ' && octet < 127 && octet != '=' && !(first && octet == '.');
    }

    private static void put(byte octet, boolean plain, WireBuffer out) {
        if (plain) {
            out.put(octet);
        } else {
            out.put('=');
            out.put(HEX[(octet >> 4) & 15]);
            out.put(HEX[octet & 15]);
        }
    }
}
