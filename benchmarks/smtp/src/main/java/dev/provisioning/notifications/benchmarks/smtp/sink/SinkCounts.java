package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.util.Arrays;

/**
 * What a sink has taken in since it started.
 *
 * @param connections how often it was called
 * @param mails how many mails it has accepted
 * @param octets how long their contents were, with the final dot
 */
public record SinkCounts(long connections, long mails, long octets) {
    String toLine() {
        return connections + " " + mails + " " + octets;
    }

    /**
     * Reads what a {@link SinkMain} prints.
     *
     * @param line a line after the first
     * @return the counts
     */
    public static SinkCounts parse(String line) {
        long[] counts =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new SinkCounts(counts[0], counts[1], counts[2]);
    }
}
