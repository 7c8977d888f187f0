package dev.provisioning.notifications.benchmarks.page;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The figure in the middle. */
public final class Median {
    private Median() {}

    /** {@return the median of those figures that are known; empty if none is} */
    public static OptionalDouble of(DoubleStream figures) {
        double[] sorted = figures.filter(Double::isFinite).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
