package dev.provisioning.notifications.benchmarks.smtp.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes on their way to the wire. */
public final class WireBuffer {
    private byte[] bytes = new byte[8192];
    private int length;

    /**
     * Writes all of it at once.
     *
     * @param stream where to
     * @throws IOException if that fails
     */
    public void writeTo(OutputStream stream) throws IOException {
        stream.write(bytes, 0, length);
    }

    /** {@return a copy of the bytes} */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void clear() {
        length = 0;
    }

    @SuppressWarnings("deprecation") // Copies the low bytes, which is all of ASCII, without an encoder.
    WireBuffer ascii(String text) {
        ensure(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    WireBuffer line() {
        ensure(2);
        bytes[length++] = '\r';
        bytes[length++] = '\n';
        return this;
    }

    void put(byte[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void quotedPrintable(byte[] text) {
        ensure(QuotedPrintable.longest(text.length));
        length = QuotedPrintable.encode(text, bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
