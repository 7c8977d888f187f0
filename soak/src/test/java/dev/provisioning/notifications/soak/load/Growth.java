package dev.provisioning.notifications.soak.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a value has come along, after the first sixth of the time, in which a process comes to rest.
 *
 * @param samples how many there are of it
 * @param first the median of the first quarter of them
 * @param last the median of the last quarter
 * @param perHour the median of the slopes between any two (Theil and Sen), which a few wild ones do not move
 */
record Growth(int samples, double first, double last, double perHour) {
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
                median(Arrays.copyOfRange(values, 0, quarter)),
                median(Arrays.copyOfRange(values, values.length - quarter, values.length)),
                median(slopes(hours, values)));
    }

    private static double[] slopes(double[] at, double[] values) {
        return IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i)
                        .filter(j -> at[i] > at[j])
                        .mapToDouble(j -> (values[i] - values[j]) / (at[i] - at[j])))
                .toArray();
    }

    private static double median(double... values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
