package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.util.Arrays;

/**
 * Where a sink listens.
 *
 * @param plain without TLS
 * @param secure with TLS from the first byte
 * @param distantPlain without TLS, behind a slow link
 * @param distantSecure with TLS, behind a slow link
 */
public record SinkPorts(int plain, int secure, int distantPlain, int distantSecure) {
    String toLine() {
        return plain + " " + secure + " " + distantPlain + " " + distantSecure;
    }

    /**
     * Reads what a {@link SinkMain} prints first.
     *
     * @param line that line
     * @return the ports
     */
    public static SinkPorts parse(String line) {
        int[] ports =
                Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        return new SinkPorts(ports[0], ports[1], ports[2], ports[3]);
    }

    /**
     * Picks a port.
     *
     * @param tls with TLS
     * @param distant behind a slow link
     * @return the port
     */
    public int port(boolean tls, boolean distant) {
        return distant ? (tls ? distantSecure : distantPlain) : (tls ? secure : plain);
    }
}
