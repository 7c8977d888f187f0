package dev.provisioning.notifications.benchmarks.store.load;

import java.util.Arrays;

/** Durations in nanoseconds, one by one. Not thread-safe. */
public final class Durations {
    private long[] nanos = new long[4096];
    private int count;

    /** Adds a duration. */
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    /** Adds all durations of another. */
    public void addAll(Durations other) {
        nanos = Arrays.copyOf(nanos, Math.max(nanos.length, count + other.count));
        System.arraycopy(other.nanos, 0, nanos, count, other.count);
        count += other.count;
    }

    /** {@return how many there are} */
    public int count() {
        return count;
    }

    /** {@return the duration that such a part of all does not exceed; NaN if there are none} */
    public double quantile(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(part * count);
        return sorted[Math.max(rank, 1) - 1];
    }
}
