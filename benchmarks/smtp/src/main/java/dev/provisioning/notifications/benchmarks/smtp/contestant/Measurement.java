package dev.provisioning.notifications.benchmarks.smtp.contestant;

/**
 * What came of a {@link Load}.
 *
 * @param mails how many mails were accepted, those that do not count included
 * @param mailsPerSecond how many a second, over all sessions
 * @param cpuMillisPerMail processor time of the whole process; NaN if unknown
 * @param kilobytesPerMail what was allocated, in 1000 bytes; NaN if unknown
 * @param firstMillis how long opening a session and sending its first mail took, on average
 */
public record Measurement(
        long mails, double mailsPerSecond, double cpuMillisPerMail, double kilobytesPerMail, double firstMillis) {
    String toLine() {
        return mails + " " + mailsPerSecond + " " + cpuMillisPerMail + " " + kilobytesPerMail + " " + firstMillis;
    }

    /**
     * Reads what a {@link ContestantMain} prints.
     *
     * @param line a line
     * @return the measurement
     */
    public static Measurement parse(String line) {
        String[] fields = line.split(" ", -1);
        return new Measurement(
                Long.parseLong(fields[0]),
                Double.parseDouble(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]));
    }
}
