package dev.provisioning.notifications.benchmarks.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Finds places for names beside the ends of lines, as near to them as they can be without covering each other. */
final class Spacing {
    private Spacing() {}

    /**
     * Moves what is too close apart.
     *
     * @param wanted where each would be best
     * @param gap the least distance between any two
     * @param least the first place there is
     * @param most the last
     * @return where each goes, in the same order
     */
    static double[] spread(double[] wanted, double gap, double least, double most) {
        int[] order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] levelled =
                level(Arrays.stream(order).mapToDouble(i -> wanted[i]).toArray(), gap);
        double[] places = new double[wanted.length];
        for (int i = 0; i < order.length; i++) {
            double first = least + i * gap;
            double last = most - (order.length - 1 - i) * gap;
            places[order[i]] = Math.max(first, Math.min(last, levelled[i] + i * gap));
        }
        return places;
    }

    /** Least squares: without their gaps, places must not decrease, so those that would share the mean of their wishes. */
    private static double[] level(double[] sorted, double gap) {
        double[] mean = new double[sorted.length];
        int[] size = new int[sorted.length];
        int groups = 0;
        for (int i = 0; i < sorted.length; i++) {
            mean[groups] = sorted[i] - i * gap;
            size[groups++] = 1;
            while (groups > 1 && mean[groups - 1] <= mean[groups - 2]) {
                groups--;
                int together = size[groups] + size[groups - 1];
                mean[groups - 1] = (mean[groups] * size[groups] + mean[groups - 1] * size[groups - 1]) / together;
                size[groups - 1] = together;
            }
        }
        double[] levelled = new double[sorted.length];
        for (int group = 0, i = 0; group < groups; i += size[group++]) {
            Arrays.fill(levelled, i, i + size[group], mean[group]);
        }
        return levelled;
    }
}
