package dev.provisioning.notifications.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server's end of a connection: lines in and out, with or without TLS. For one thread; anyone may interject or close. */
final class SmtpWire implements Closeable {
    private final Socket raw;
    private final byte[] buffer = new byte[16 * 1024];
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Socket socket;
    private InputStream in;
    private volatile OutputStream out;
    private int next;
    private int end;
    private int reads;

    SmtpWire(Socket raw) throws IOException {
        raw.setTcpNoDelay(true);
        this.raw = raw;
        this.socket = raw;
        this.in = raw.getInputStream();
        this.out = raw.getOutputStream();
    }

    /** Forgets what the client has sent before (RFC 3207 section 4.2), and waits until it begins with TLS. */
    void awaitTls() throws IOException {
        fill();
    }

    /** Goes on in TLS, which the client has begun. */
    void secure(SSLContext context) throws IOException {
        InputStream begun = new ByteArrayInputStream(buffer, next, end - next);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, begun, true);
        tls.startHandshake();
        socket = tls;
        in = tls.getInputStream();
        out = tls.getOutputStream();
        next = end;
    }

    boolean isSecure() {
        return socket != raw;
    }

    /** The number of the read that brought the end of the last line: the same for lines that came together. */
    int reads() {
        return reads;
    }

    /** A line without its end, one character per byte. */
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = read(); b != '\n'; b = read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int read() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++];
    }

    /** Nothing is held back from a client that is waited for (RFC 2920 section 3.2). */
    private void fill() throws IOException {
        flush();
        int count = in.read(buffer);
        if (count < 0) {
            throw new EOFException("the client has closed the connection");
        }
        next = 0;
        end = count;
        reads++;
    }

    /** Reads until the client goes. */
    void swallow() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Writes with what is written next, or when the client has nothing more to say. */
    void hold(List<String> lines) {
        held.writeBytes(bytes(lines));
    }

    void write(byte[] bytes) throws IOException {
        held.writeBytes(bytes);
        flush();
    }

    /** Writes past what is held. */
    void interject(String line) throws IOException {
        out.write(bytes(List.of(line)));
        out.flush();
    }

    void flush() throws IOException {
        if (held.size() > 0) {
            out.write(held.toByteArray());
            out.flush();
            held.reset();
        }
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Closes by TCP RST instead of FIN. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Ends the connection in order, of TLS too, and at once: Java's TLS would first read all that still comes. */
    void end() throws IOException {
        try {
            socket.shutdownOutput();
        } finally {
            raw.close();
        }
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
