package dev.provisioning.notifications.benchmarks.scale.mails;

/**
 * What mails have cost, from their reports on.
 *
 * @param mails how many
 * @param perSecond how many a second
 * @param cpuNanos processor time of the whole process
 * @param userNanos that part of it that its Java threads have used themselves
 * @param systemNanos that part of it that the operating system has used for its Java threads
 */
public record Sending(long mails, double perSecond, long cpuNanos, long userNanos, long systemNanos) {
    /** {@return processor time for one, in milliseconds} */
    public double cpuMillis() {
        return cpuNanos / 1e6 / mails;
    }

    /** {@return the same without that of the compiler and the collector, in milliseconds} */
    public double javaMillis() {
        return (userNanos + systemNanos) / 1e6 / mails;
    }

    String toLine() {
        return mails + " " + perSecond + " " + cpuNanos + " " + userNanos + " " + systemNanos;
    }

    static Sending parse(String line) {
        String[] fields = line.split(" ", -1);
        return new Sending(
                Long.parseLong(fields[0]),
                Double.parseDouble(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }
}
