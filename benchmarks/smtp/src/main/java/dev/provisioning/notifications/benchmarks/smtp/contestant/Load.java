package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import java.time.Duration;

/**
 * What a contestant is to do: to send the same mail for some time, again and again.
 *
 * @param port where to
 * @param tls whether by TLS
 * @param size how big the mail is
 * @param sessions over how many sessions at once
 * @param window for how long, after each session has sent one mail that does not count
 */
public record Load(int port, boolean tls, Size size, int sessions, Duration window) {
    /** {@return itself as a line} */
    public String toLine() {
        return port + " " + tls + " " + size + " " + sessions + " " + window.toMillis();
    }

    static Load parse(String line) {
        String[] fields = line.split(" ", -1);
        return new Load(
                Integer.parseInt(fields[0]),
                Boolean.parseBoolean(fields[1]),
                Size.valueOf(fields[2]),
                Integer.parseInt(fields[3]),
                Duration.ofMillis(Long.parseLong(fields[4])));
    }
}
