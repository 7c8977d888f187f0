package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.benchmarks.smtp.sink.ThrowAwayKey;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A contestant as a process of its own. Reads a {@link Load} from each line of its standard input, and answers with the
 * {@link Measurement}; ends with its standard input, and at the first mail that is not accepted.
 *
 * <p>One process for each contestant, and not one for all, since processor time is known of processes only, since what
 * the JIT compiler has learnt from one user of jakarta.mail would cost or help the next, and since Simple Java Mail takes
 * its batch module from the class path. One for the whole run, and not one for each load, so that what is measured is warm.
 */
public final class ContestantMain {
    private ContestantMain() {}

    /**
     * Runs a contestant.
     *
     * @param args who it is, and the file of the key of the sink
     * @throws Exception if a mail is not accepted
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        // What a library prints must not be taken for an answer.
        System.setOut(System.err);
        Contestant contestant = Contestant.valueOf(args[0]);
        ThrowAwayKey key = ThrowAwayKey.read(Path.of(args[1]));
        TrustManagerFactory trust = key.trust();
        SSLContext context = key.clientContext();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Load load = Load.parse(line);
            Server server = new Server(load.port(), load.tls(), trust, context);
            try (MailClient client = contestant.client(server, load.sessions())) {
                out.println(new LoadRun(load).on(client).toLine());
            }
        }
        // Not every library ends all its threads.
        System.exit(0);
    }
}
