package dev.provisioning.notifications.benchmarks.smtp.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkTest {
    private static final String COMMANDS = "MAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n";

    private final Queue<byte[]> mails = new ConcurrentLinkedQueue<>();
    private Sink sink;

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        sink = Sink.start(SSLContext.getDefault(), mails::add);
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
    }

    @Test
    void aMailIsCountedAndShownWithoutDoubledDots() throws IOException {
        String replies = converse(sink.plainPort(), "EHLO x\r\n" + COMMANDS + "..one\r\n..\r\ntwo\r\n.\r\nQUIT\r\n");

        assertThat(codes(replies)).isEqualTo("220 250 250 250 250 250 250 250 354 250 221");
        assertThat(mails).extracting(SinkTest::text).containsExactly(".one\r\n.\r\ntwo\r\n");
        assertThat(sink.counts()).isEqualTo(new SinkCounts(1, 1, "..one\r\n..\r\ntwo\r\n.\r\n".length()));
    }

    @Test
    void whatIsSentWithoutWaitingIsAnsweredInOrder() throws IOException {
        String replies = converse(
                sink.plainPort(), "EHLO x\r\n" + COMMANDS + "one\r\n.\r\n" + COMMANDS + "two\r\n.\r\nRSET\r\nQUIT\r\n");

        assertThat(codes(replies)).endsWith("250 250 354 250 250 250 354 250 250 221");
        assertThat(mails).extracting(SinkTest::text).containsExactly("one\r\n", "two\r\n");
    }

    @Test
    void whatIsOfferedIsWhatTheContestantsLookFor() throws IOException {
        assertThat(converse(sink.plainPort(), "EHLO x\r\nQUIT\r\n"))
                .contains("PIPELINING", "8BITMIME", "SIZE ", "SMTPUTF8");
    }

    @Test
    void aMailWithoutRecipientIsRefused() throws IOException {
        String replies = converse(sink.plainPort(), "MAIL FROM:<a@example.com>\r\nDATA\r\nQUIT\r\n");

        assertThat(codes(replies)).isEqualTo("220 250 503 221");
    }

    @Test
    void aMailThatIsCutShortIsNotCounted() throws IOException {
        try (Socket socket = connect(sink.plainPort())) {
            socket.getOutputStream().write((COMMANDS + "one\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        assertThat(sink.counts().mails()).isZero();
    }

    @Test
    void aSlowLinkDeliversTheSameAndTakesItsTime() throws IOException {
        Duration roundTrip = Duration.ofMillis(200);
        try (SlowLink link = new SlowLink(sink.plainPort(), roundTrip)) {
            long begun = System.nanoTime();
            String replies = converse(link.port(), "EHLO x\r\n" + COMMANDS + "one\r\n.\r\nQUIT\r\n");

            // One to open the connection, and one until the answers are there.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(roundTrip.multipliedBy(2));
            assertThat(codes(replies)).endsWith("354 250 221");
        }

        assertThat(mails).extracting(SinkTest::text).containsExactly("one\r\n");
    }

    private static String converse(int port, String octets) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.US_ASCII));
            return text(socket.getInputStream().readAllBytes());
        }
    }

    /** So that a sink that waits for ever fails its test, and does not hang it. */
    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static String codes(String replies) {
        return replies.replaceAll("(?m)^(\\d{3}).*\\R?", "$1 ").strip();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.US_ASCII);
    }
}
