package dev.provisioning.notifications.benchmarks.repeat;

import dev.provisioning.notifications.benchmarks.repeat.measure.Harness;
import dev.provisioning.notifications.benchmarks.repeat.report.Grid;
import java.time.Duration;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param harness how each is measured
 * @param grid under which circumstances
 */
record Plan(Harness harness, Grid grid) {
    /** About ten minutes. */
    static Plan full() {
        return new Plan(
                new Harness(3, 5, Duration.ofMillis(500), "4g"),
                new Grid(List.of(1, 1_000, 100_000, 1_000_000), List.of(1, 2), List.of(1, 2, 4)));
    }

    /** About a minute, for who has changed something and wants to see the direction. */
    static Plan quick() {
        return new Plan(
                new Harness(2, 3, Duration.ofMillis(100), "1g"),
                new Grid(List.of(1, 1_000), List.of(1, 2), List.of(1, 2, 4)));
    }
}
