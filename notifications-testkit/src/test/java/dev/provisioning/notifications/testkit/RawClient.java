package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLSocket;

/** A client that says whatever it is told to, and sees what comes back byte by byte. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket raw;
    private Socket socket;

    private RawClient(Socket raw) {
        this.raw = raw;
        this.socket = raw;
    }

    static RawClient of(ScriptedSmtpServer server) throws IOException {
        Socket raw = new Socket(server.host(), server.port());
        raw.setTcpNoDelay(true);
        raw.setSoTimeout(PATIENCE_MILLIS);
        return new RawClient(raw);
    }

    /** A client that has been greeted. */
    static RawClient greeted(ScriptedSmtpServer server) throws IOException {
        RawClient client = of(server);
        assertThat(client.line()).startsWith("220 ");
        return client;
    }

    /** A client of a server without TLS to which all was said but the final dot. */
    static RawClient beforeTheDot(ScriptedSmtpServer server) throws IOException {
        RawClient client = greeted(server);
        client.write("MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n");
        assertThat(client.line()).startsWith("250 ");
        assertThat(client.line()).startsWith("250 ");
        assertThat(client.line()).startsWith("354 ");
        client.write("Subject: hello\r\n\r\nhello\r\n");
        return client;
    }

    void secure() throws IOException {
        SSLSocket tls = (SSLSocket)
                ScriptedSmtpServer.clientTrust().getSocketFactory().createSocket(raw, "localhost", raw.getPort(), true);
        tls.startHandshake();
        socket = tls;
    }

    /** Writes all at once. */
    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says a line, and tells the last line of the answer. */
    String ask(String line) throws IOException {
        write(line + "\r\n");
        String answer = line();
        while (answer.startsWith("-", 3)) {
            answer = line();
        }
        return answer;
    }

    /** The next line, without its end. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            assertThat(b).as("after " + line).isNotNegative();
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** What one read brings. */
    String read() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int count = socket.getInputStream().read(buffer);
        return count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    /** Exactly so many bytes. */
    String read(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        assertThat(bytes).hasSize(count);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** All that comes before the server ends the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
