package dev.provisioning.notifications.soak.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a value has come along, after the first sixth of the time, in which a process comes to rest. What is in use goes up and
 * down with what there is to do; what was forgotten stays. So it is the floor that tells a leak: in nine samples of ten there
 * is at least so much.
 *
 * @param samples how many there are of it
 * @param first what the first quarter of them was like
 * @param last what the last quarter was like
 * @param perHour the median of the slopes between any two (Theil and Sen), which a few wild ones do not move
 */
record Growth(int samples, Quarter first, Quarter last, double perHour) {
    private static final int WARM_UP = 6;
    private static final double HOUR = 3_600_000;

    static Growth of(String what, List<Sample> all) {
        List<Sample> rested = all.subList(all.size() / WARM_UP, all.size()).stream()
                .filter(sample -> sample.values().containsKey(what))
                .toList();
        double[] values =
                rested.stream().mapToDouble(sample -> sample.values().get(what)).toArray();
        double[] hours =
                rested.stream().mapToDouble(sample -> sample.age() / HOUR).toArray();
        int quarter = (values.length + 3) / 4;
        return new Growth(
                values.length,
                Quarter.of(Arrays.copyOfRange(values, 0, quarter)),
                Quarter.of(Arrays.copyOfRange(values, values.length - quarter, values.length)),
                quantile(0.5, slopes(hours, values)));
    }

    /**
     * A quarter of the time.
     *
     * @param floor what nine of ten values reach
     * @param median what half of them reach
     */
    record Quarter(double floor, double median) {
        private static Quarter of(double... values) {
            return new Quarter(quantile(0.1, values), quantile(0.5, values));
        }
    }

    /** By how much the floor has risen. */
    double rise() {
        return last.floor - first.floor;
    }

    private static double[] slopes(double[] at, double[] values) {
        return IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i)
                        .filter(j -> at[i] > at[j])
                        .mapToDouble(j -> (values[i] - values[j]) / (at[i] - at[j])))
                .toArray();
    }

    /** Which value so large a part of them does not exceed. */
    private static double quantile(double part, double... values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (part * (sorted.length - 1))];
    }
}
