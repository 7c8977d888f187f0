package dev.provisioning.notifications.benchmarks.smtp.sink;

/** Finds the dot on a line by itself that ends the content (RFC 5321 section 4.1.1.4), however the content is cut up. */
final class EndOfData {
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    private static final int LINE_BEGINS = 2;

    /** How much of {@link #END} the last octets were. */
    private int matched = LINE_BEGINS;

    /** Looks on, and after the end begins anew; answers where the end is, one behind its last octet, or -1. */
    int find(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to) {
            if (matched == 0) {
                i = lineEnd(buffer, i, to);
            }
            if (i < to) {
                matched = follow(buffer[i++]);
            }
            if (matched == END.length) {
                matched = LINE_BEGINS;
                return i;
            }
        }
        return -1;
    }

    private int follow(byte octet) {
        if (octet == END[matched]) {
            return matched + 1;
        }
        return octet == '\r' ? 1 : 0;
    }

    /** Within a line, which is most of the time, nothing else counts. */
    private static int lineEnd(byte[] buffer, int from, int to) {
        int i = from;
        while (i < to && buffer[i] != '\r') {
            i++;
        }
        return i;
    }
}
