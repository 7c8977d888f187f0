package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import java.util.List;
import java.util.OptionalDouble;

/** What this library wants to reach. */
final class Targets {
    private Targets() {}

    /** All targets, as the results stand. */
    static List<Target> of(Results results) {
        return List.of(
                Target.atLeast(
                        5,
                        "times as fast as the best Java peer, small mails",
                        Cell.SMALL_MAILS,
                        results::ownOverBestPeer),
                Target.atLeast(
                        0.8,
                        "of the bare socket that renders and pipelines, small mails",
                        Cell.SMALL_MAILS,
                        cell -> results.ownOver(Contestant.BARE_RENDERED, cell)),
                Target.atLeast(
                        0.8,
                        "of the bare socket that renders and pipelines, bigger mails",
                        Cell.BIGGER_MAILS,
                        cell -> results.ownOver(Contestant.BARE_RENDERED, cell)),
                Target.atMost(
                        0.12,
                        "ms of processor time for a small mail without TLS",
                        plain(Cell.SMALL_MAILS),
                        cell -> results.cpuMillis(Contestant.OWN, cell)),
                Target.atMost(
                        40,
                        "KB allocated for a small mail without TLS",
                        plain(Cell.SMALL_MAILS),
                        cell -> results.kilobytes(Contestant.OWN, cell)),
                Target.atMost(
                        2,
                        "round trips for each further mail to a distant server",
                        Cell.DISTANT,
                        cell -> whole(results.furtherRoundTrips(Contestant.OWN, cell))));
    }

    private static List<Cell> plain(List<Cell> cells) {
        return cells.stream().filter(cell -> !cell.tls()).toList();
    }

    /** What is beyond whole round trips is the machine's own time. */
    private static OptionalDouble whole(OptionalDouble roundTrips) {
        return roundTrips.isPresent() ? OptionalDouble.of(Math.rint(roundTrips.getAsDouble())) : OptionalDouble.empty();
    }
}
