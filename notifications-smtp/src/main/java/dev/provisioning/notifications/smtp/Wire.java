package dev.provisioning.notifications.smtp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a conversation, with or without TLS. What is put waits until it is flushed, so that commands that may leave
 * together leave in one write. For one thread; anyone may close it, at any time, without waiting.
 */
final class Wire implements Closeable {
    private static final int READ_BUFFER = 4 * 1024;
    private static final byte[] CRLF = {'\r', '\n'};

    private final ChannelSocket raw;
    private final byte[] read = new byte[READ_BUFFER];
    private final Outgoing outgoing = new Outgoing();
    private @Nullable SSLSocket tls;
    private InputStream in;
    private OutputStream out;
    private int position;
    private int limit;

    Wire(ChannelSocket raw) {
        this.raw = raw;
        this.in = raw.getInputStream();
        this.out = raw.getOutputStream();
    }

    /**
     * Goes on in TLS.
     *
     * @throws IOException if that fails, or the other side has said something that it could not know it was asked for:
     *     whatever was said in plaintext may be forged (RFC 3207 section 4.2)
     */
    void secure(ServerUrl server, SSLContext context) throws IOException {
        if (position < limit) {
            throw new ProtocolException("the server spoke out of turn before TLS began");
        }
        tls = Tls.over(raw, server, context);
        in = tls.getInputStream();
        out = tls.getOutputStream();
    }

    /** {@return the session of TLS; null if there is none} */
    @Nullable
    SSLSession session() {
        return tls == null ? null : tls.getSession();
    }

    /** {@return the address of this end} */
    InetAddress localAddress() {
        return raw.getLocalAddress();
    }

    /** The connection itself, for a proxy to be asked over. */
    ChannelSocket raw() {
        return raw;
    }

    /** Puts a line, as UTF-8. */
    void put(String line) {
        outgoing.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        outgoing.writeBytes(CRLF);
    }

    /** Puts bytes. All that was put is wiped once it was sent, for it may be nobody's business. */
    void put(byte[] bytes, int offset, int length) {
        outgoing.write(bytes, offset, length);
    }

    /** Sends what was put. */
    void flush() throws IOException {
        try {
            outgoing.writeTo(out);
        } finally {
            outgoing.wipe();
        }
    }

    /** Sends bytes as they are. */
    void send(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /**
     * Reads a line.
     *
     * @param longest how many bytes it may have, its end not counted
     * @return the line without its end
     * @throws ProtocolException if it is longer
     */
    String readLine(int longest) throws IOException {
        ByteArrayOutputStream line = null;
        int from = position;
        while (true) {
            while (position < limit) {
                if (read[position++] == '\n') {
                    return line(line, from, position - 1, longest);
                }
            }
            line = line == null ? new ByteArrayOutputStream(limit - from + 80) : line;
            line.write(read, from, position - from);
            // Of its end, CR may have come already.
            requireFit(line.size() - 1, longest);
            fill();
            from = 0;
        }
    }

    private String line(@Nullable ByteArrayOutputStream before, int from, int to, int longest)
            throws ProtocolException {
        if (before == null) {
            return text(read, from, to - from, longest);
        }
        before.write(read, from, to - from);
        return text(before.toByteArray(), 0, before.size(), longest);
    }

    private static String text(byte[] bytes, int from, int length, int longest) throws ProtocolException {
        boolean ended = length > 0 && bytes[from + length - 1] == '\r';
        int size = ended ? length - 1 : length;
        requireFit(size, longest);
        return new String(bytes, from, size, StandardCharsets.UTF_8);
    }

    private static void requireFit(int size, int longest) throws ProtocolException {
        if (size > longest) {
            throw new ProtocolException("the server's answer has a line of more than " + longest + " bytes");
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(read, 0, read.length));
        if (limit == 0) {
            throw new EOFException("the server has closed the connection");
        }
    }

    /** {@return whether the other side has closed, as far as that is known here by now} */
    boolean isOver() {
        return raw.isOver();
    }

    /** {@return whether something was sent that nobody has read; within TLS, which has to say things too, that may be all} */
    boolean hasMore() {
        return position < limit || raw.hasMore();
    }

    /** {@return whether TLS is spoken} */
    boolean isSecure() {
        return tls != null;
    }

    /** {@return whether the system has refused to take what was sent last} */
    boolean hasFailedToWrite() {
        return raw.hasFailedToWrite();
    }

    /** Tells the other side that nothing more comes, where TLS has a way to say so. */
    void finish() throws IOException {
        if (tls != null) {
            tls.shutdownOutput();
        }
    }

    /** Closes the raw connection: TLS would wait. */
    @Override
    public void close() throws IOException {
        raw.close();
    }

    /** Leaves nothing behind of what was in it. */
    private static final class Outgoing extends ByteArrayOutputStream {
        Outgoing() {
            super(512);
        }

        void wipe() {
            Arrays.fill(buf, 0, count, (byte) 0);
            reset();
        }
    }
}
