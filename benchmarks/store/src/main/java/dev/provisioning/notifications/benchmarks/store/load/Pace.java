package dev.provisioning.notifications.benchmarks.store.load;

/**
 * How fast something was done, again and again.
 *
 * @param perSecond how many a second, over all threads
 * @param median how long one took, in microseconds: half of them longer
 * @param worst how long one took, in microseconds: one in a hundred longer
 */
public record Pace(double perSecond, double median, double worst) {
    /** {@return the pace of durations in nanoseconds, of which so many were done a second} */
    public static Pace of(double perSecond, Durations durations) {
        return new Pace(perSecond, durations.quantile(0.5) / 1e3, durations.quantile(0.99) / 1e3);
    }
}
