package dev.provisioning.notifications.smtp;

/**
 * Text in quoted-printable (RFC 2045 section 6.7), as UTF-8. No line is longer than 76 octets, ends in a space, or begins
 * with a dot, so that nobody need double it (RFC 5321 section 4.5.2), or with {@code From}, before which mailboxes of old
 * put a {@code >}. No soft line break is within a character.
 */
final class QuotedPrintable {
    /** One less than a line may have, for the equals sign of a soft line break. */
    private static final int LIMIT = 75;

    private static final int REPLACEMENT = 0xFFFD;

    private final String content;
    private final MailBuffer out;

    private QuotedPrintable(String content, MailBuffer out) {
        this.content = content;
        this.out = out;
    }

    /**
     * Writes text.
     *
     * @param content lines, ended by LF, CR or CR LF; half of a surrogate pair becomes U+FFFD
     * @param out at the beginning of a line, before and after
     */
    static void write(String content, MailBuffer out) {
        new QuotedPrintable(unixLines(content), out).lines();
    }

    private static String unixLines(String content) {
        return content.indexOf('\r') < 0
                ? content
                : content.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void lines() {
        int from = 0;
        do {
            int end = content.indexOf('\n', from);
            int to = end < 0 ? content.length() : end;
            line(from, to);
            out.lineEnd();
            from = to + 1;
        } while (from < content.length());
    }

    private void line(int from, int end) {
        // What stands at the end of a line must be no space (rule 3).
        int safe = end > from && content.charAt(end - 1) == ' ' ? end - 1 : end;
        int at = from;
        while (at < end) {
            int limit = Math.min(safe, at + LIMIT - out.column());
            int plain = isMisread(at) ? at : out.asciiBefore('=', content, at, limit);
            at = plain < limit || plain == at ? escape(plain) : plain;
            if (at < end && out.column() == LIMIT) {
                softBreak();
            }
        }
    }

    private boolean isMisread(int at) {
        return out.column() == 0 && (content.charAt(at) == '.' || content.startsWith("From ", at));
    }

    private int escape(int at) {
        int codePoint = content.codePointAt(at);
        int character = Utf8.isHalf(codePoint) ? REPLACEMENT : codePoint;
        int length = Utf8.length(character);
        if (out.column() + 3 * length > LIMIT) {
            softBreak();
        }
        for (int i = 0; i < length; i++) {
            out.escaped(Utf8.octet(character, i, length));
        }
        return at + Character.charCount(codePoint);
    }

    private void softBreak() {
        out.ascii('=');
        out.lineEnd();
    }
}
