package dev.provisioning.notifications.benchmarks.page;

import java.util.List;
import java.util.Locale;

/** The table of the targets. */
public final class TargetTable {
    private TargetTable() {}

    /** {@return a row for each target} */
    public static String of(List<Target> targets) {
        Table table = new Table(List.of("target", "measured", "reached"));
        for (Target target : targets) {
            String bound = (target.atLeast() ? "at least " : "at most ") + figure(target.bound());
            table.row(List.of(bound + " " + target.wish(), range(target), target.reached() ? "yes" : "**no**"));
        }
        return table.toString();
    }

    private static String range(Target target) {
        String least = figure(target.least());
        String most = figure(target.most());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String figure(double value) {
        return value >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : Figures.twoDecimals(value);
    }
}
