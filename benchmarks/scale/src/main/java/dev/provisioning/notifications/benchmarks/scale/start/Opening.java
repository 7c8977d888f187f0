package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.benchmarks.page.Median;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long a fresh process takes until its first report is accepted, in nanoseconds.
 *
 * @param open the store
 * @param build the notifier
 * @param report the first report
 */
public record Opening(double open, double build, double report) {
    /** {@return all together, in milliseconds} */
    public double millis() {
        return (open + build + report) / 1e6;
    }

    String toLine() {
        return open + " " + build + " " + report;
    }

    static Opening parse(String line) {
        double[] nanos = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Opening(nanos[0], nanos[1], nanos[2]);
    }

    static Opening median(List<Opening> openings) {
        return new Opening(
                median(openings, Opening::open), median(openings, Opening::build), median(openings, Opening::report));
    }

    private static double median(List<Opening> openings, ToDoubleFunction<Opening> part) {
        return Median.of(openings.stream().mapToDouble(part)).orElse(Double.NaN);
    }
}
