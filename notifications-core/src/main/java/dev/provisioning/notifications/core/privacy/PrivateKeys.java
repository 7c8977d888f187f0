package dev.provisioning.notifications.core.privacy;

/** Finds private keys in PEM (RFC 7468), also those that were cut off or written on one line. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_LABEL = 60;

    private PrivateKeys() {}

    static void detect(String text, Spans found) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int content = content(text, begin + BEGIN.length());
            int next = begin + BEGIN.length();
            if (content >= 0) {
                next = end(text, content);
                found.hide(begin, next);
            }
            // Where an end was cut off, the dashes taken for its own may be those of the next key.
            begin = text.indexOf(BEGIN, next - DASHES.length());
        }
    }

    /** Behind the line that names a private key; -1 if it names something else. */
    private static int content(String text, int label) {
        int end = dashes(text, label);
        return end >= 0 && text.substring(label, end).contains("PRIVATE KEY") ? end + DASHES.length() : -1;
    }

    /** Behind the line that ends it; the end of the text if there is none. */
    private static int end(String text, int content) {
        int end = text.indexOf(END, content);
        if (end < 0) {
            return text.length();
        }
        int label = end + END.length();
        int dashes = dashes(text, label);
        return dashes >= 0 ? dashes + DASHES.length() : label;
    }

    private static int dashes(String text, int label) {
        int at = text.substring(label, Math.min(text.length(), label + LONGEST_LABEL))
                .indexOf(DASHES);
        return at < 0 ? -1 : label + at;
    }
}
