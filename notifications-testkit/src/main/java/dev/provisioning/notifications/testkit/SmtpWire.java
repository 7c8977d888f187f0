package dev.provisioning.notifications.testkit;

import java.io.BufferedInputStream;
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

/** The server's end of a connection: lines in and out, with or without TLS. For one thread; anyone may close it. */
final class SmtpWire implements Closeable {
    private final Socket raw;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    SmtpWire(Socket raw) throws IOException {
        this.raw = raw;
        this.socket = raw;
        this.in = new BufferedInputStream(raw.getInputStream());
        this.out = raw.getOutputStream();
    }

    /** Goes on in TLS. What the client has sent before is forgotten (RFC 3207 section 4.2). */
    void secure(SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        tls.setUseClientMode(false);
        tls.startHandshake();
        socket = tls;
        in = new BufferedInputStream(tls.getInputStream());
        out = tls.getOutputStream();
    }

    boolean isSecure() {
        return socket != raw;
    }

    /** A line without its end, one character per byte. */
    String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the client has closed the connection");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads until the client goes. */
    void swallow() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    void writeLines(List<String> lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void writeByte(int b) throws IOException {
        out.write(b);
        out.flush();
    }

    /** Closes by TCP RST instead of FIN. */
    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Ends the connection in order, of TLS too. */
    void end() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
