package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.page.Median;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Measurement;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkMain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured, and the medians of it. */
public final class Results {
    private static final double ROUND_TRIP_MILLIS = SinkMain.ROUND_TRIP.toMillis();

    private record Key(Contestant contestant, Cell cell) {}

    private final Map<Key, List<Measurement>> measurements = new HashMap<>();

    /**
     * Adds a measurement.
     *
     * @param contestant of whom
     * @param cell under which circumstances
     * @param measurement what came of it
     */
    public void add(Contestant contestant, Cell cell, Measurement measurement) {
        measurements
                .computeIfAbsent(new Key(contestant, cell), key -> new ArrayList<>())
                .add(measurement);
    }

    OptionalDouble mailsPerSecond(Contestant contestant, Cell cell) {
        return median(contestant, cell, Measurement::mailsPerSecond);
    }

    OptionalDouble cpuMillis(Contestant contestant, Cell cell) {
        return median(contestant, cell, Measurement::cpuMillisPerMail);
    }

    OptionalDouble kilobytes(Contestant contestant, Cell cell) {
        return median(contestant, cell, Measurement::kilobytesPerMail);
    }

    /** How many round trips to a distant server a mail takes for which a connection must be opened. */
    OptionalDouble firstRoundTrips(Contestant contestant, Cell cell) {
        return median(contestant, cell, measurement -> measurement.firstMillis() / ROUND_TRIP_MILLIS);
    }

    /** How many round trips to a distant server a mail takes after the first. */
    OptionalDouble furtherRoundTrips(Contestant contestant, Cell cell) {
        return median(contestant, cell, measurement -> 1000 / measurement.mailsPerSecond() / ROUND_TRIP_MILLIS);
    }

    /** How many times as fast this library is; nothing if the other was not measured. */
    OptionalDouble ownOver(Contestant other, Cell cell) {
        OptionalDouble theirs = mailsPerSecond(other, cell);
        OptionalDouble own = mailsPerSecond(Contestant.OWN, cell);
        return theirs.isPresent() && own.isPresent()
                ? OptionalDouble.of(own.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    /** How many times as fast this library is as the fastest of the others. */
    OptionalDouble ownOverBestPeer(Cell cell) {
        return Contestant.peers()
                .map(peer -> ownOver(peer, cell))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    private OptionalDouble median(Contestant contestant, Cell cell, ToDoubleFunction<Measurement> figure) {
        return Median.of(measurements.getOrDefault(new Key(contestant, cell), List.of()).stream()
                .mapToDouble(figure));
    }
}
