package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import java.util.ArrayList;
import java.util.List;

/** What the repeat wants to reach. */
final class Targets {
    private static final double BYTES = 0;
    private static final double TIMES_THE_FLOOR = 2;
    private static final double OF_THE_FASTEST = 1;

    private Targets() {}

    /** All targets, as the results stand. */
    static List<Target> of(Results results, Grid grid) {
        List<Target> targets = new ArrayList<>();
        targets.add(Target.atMost(
                BYTES,
                "bytes allocated by who reports a repeat",
                grid.growth(),
                cell -> results.callerBytes(Contestant.OWN, cell)));
        targets.add(Target.atMost(
                BYTES,
                "bytes allocated for a repeat by anybody",
                grid.growth(),
                cell -> results.bytes(Contestant.OWN, cell)));
        for (int threads : grid.threads()) {
            targets.add(Target.atMost(
                    TIMES_THE_FLOOR,
                    "times the time of a bare map that counts, " + Tables.threads(threads),
                    grid.growth(threads),
                    cell -> results.over(Contestant.OWN, Contestant.COUNTING_MAP, cell)));
        }
        for (int threads : grid.threads()) {
            targets.add(Target.atLeast(
                    OF_THE_FASTEST,
                    "times as fast as the fastest library, " + Tables.threads(threads),
                    grid.growth(threads),
                    results::ownOverFastestPeer));
        }
        return targets;
    }
}
