package dev.provisioning.notifications.benchmarks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An axis on which each power of ten takes as much room as the next, from one round number to another. */
final class LogScale {
    private static final double[] ROUND = {1, 2, 5};
    private static final int MOST_TICKS = 8;
    private static final double SLACK = 1e-9;
    private static final String[] THOUSANDS = {"", "k", "M", "G"};

    private final double least;
    private final double most;
    private final double from;
    private final double to;

    /** An axis for all these values, between two places on the picture. */
    LogScale(double[] values, double from, double to) {
        double smallest = Arrays.stream(values).min().orElseThrow();
        double greatest = Arrays.stream(values).max().orElseThrow();
        this.least = below(smallest);
        double above = above(greatest);
        this.most = above > least ? above : above(least * (1 + SLACK) * 1.5);
        this.from = from;
        this.to = to;
    }

    /** The place of a value. */
    double place(double value) {
        return from + (to - from) * Math.log(value / least) / Math.log(most / least);
    }

    /** Round numbers from end to end: powers of ten, and 2 and 5 times these if there is room. */
    List<Double> ticks() {
        List<Double> all = rounds(ROUND);
        return all.size() <= MOST_TICKS ? all : rounds(new double[] {1});
    }

    /** A number in few characters. */
    static String label(double value) {
        double shown = value;
        int thousands = 0;
        while (shown >= 1000 && thousands < THOUSANDS.length - 1) {
            shown /= 1000;
            thousands++;
        }
        String digits = shown == Math.rint(shown)
                ? String.format(Locale.ROOT, "%.0f", shown)
                : String.format(Locale.ROOT, "%s", (float) shown);
        return digits + THOUSANDS[thousands];
    }

    private List<Double> rounds(double[] steps) {
        List<Double> rounds = new ArrayList<>();
        for (double power = power(least); power <= most; power *= 10) {
            for (double step : steps) {
                double round = step * power;
                if (round >= least * (1 - SLACK) && round <= most * (1 + SLACK)) {
                    rounds.add(round);
                }
            }
        }
        return rounds;
    }

    private static double below(double value) {
        double best = power(value);
        for (double step : ROUND) {
            best = step * power(value) <= value * (1 + SLACK) ? step * power(value) : best;
        }
        return best;
    }

    private static double above(double value) {
        return Arrays.stream(new double[] {1, 2, 5, 10})
                .map(step -> step * power(value))
                .filter(round -> round >= value * (1 - SLACK))
                .findFirst()
                .orElseThrow();
    }

    private static double power(double value) {
        return Math.pow(10, Math.floor(Math.log10(value) + SLACK));
    }
}
