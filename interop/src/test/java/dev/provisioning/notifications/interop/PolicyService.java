package dev.provisioning.notifications.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a test decide what Postfix does, and know exactly how far it has come: Postfix asks before it answers RCPT, DATA
 * and the final dot, by the protocol by which it asks greylisting services.
 */
final class PolicyService implements AutoCloseable {
    /** No opinion: Postfix decides. */
    static final String DUNNO = "DUNNO";

    private final ServerSocket socket = Loopback.listen();
    private volatile Policy policy = (step, recipient) -> DUNNO;

    PolicyService() {
        Loopback.accept("policy-service", socket, this::serve);
    }

    /** What the test decides. */
    @FunctionalInterface
    interface Policy {
        /**
         * Decides.
         *
         * @param step {@code RCPT}, {@code DATA} or {@code END-OF-MESSAGE}
         * @param recipient at RCPT, who
         * @return a reply such as {@code 450 4.2.0 not yet}, or {@link #DUNNO}
         */
        String decide(String step, String recipient);
    }

    void decideBy(Policy newPolicy) {
        policy = newPolicy;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        Loopback.close(socket);
    }

    private void serve(Socket accepted) {
        try (accepted) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> request = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answer(request, accepted.getOutputStream());
                    request.clear();
                } else {
                    int equals = line.indexOf('=');
                    request.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException e) {
            // Postfix has gone: perhaps that was the decision.
        }
    }

    private void answer(Map<String, String> request, OutputStream out) throws IOException {
        String action =
                policy.decide(request.getOrDefault("protocol_state", ""), request.getOrDefault("recipient", ""));
        out.write(("action=" + action + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
