package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * A sink and two slow links to it, as a process of its own, so that the sender's processor time and allocation can be told
 * apart. Prints its ports, then its counts whenever a line comes in; ends with its standard input.
 */
public final class SinkMain {
    /** How long the slow links are. */
    public static final Duration ROUND_TRIP = Duration.ofMillis(20);

    private SinkMain() {}

    /**
     * Runs a sink.
     *
     * @param args the file of its key
     * @throws IOException if it cannot listen
     * @throws GeneralSecurityException if the key is of no use
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Sink sink = Sink.start(ThrowAwayKey.read(Path.of(args[0])).serverContext());
                SlowLink plain = new SlowLink(sink.plainPort(), ROUND_TRIP);
                SlowLink secure = new SlowLink(sink.securePort(), ROUND_TRIP)) {
            out.println(new SinkPorts(sink.plainPort(), sink.securePort(), plain.port(), secure.port()).toLine());
            while (in.readLine() != null) {
                out.println(sink.counts().toLine());
            }
        }
    }
}
