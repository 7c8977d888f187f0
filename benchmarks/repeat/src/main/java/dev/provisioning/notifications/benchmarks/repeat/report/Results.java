package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import dev.provisioning.notifications.benchmarks.repeat.measure.Measurement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured, and what follows from it. */
public final class Results {
    private static final double NANOS = 1e9;

    /** An allocation of less than that is a share of something that happens now and then. */
    private static final double NOTHING = 0.5;

    private record Key(Contestant contestant, Cell cell) {}

    private final Map<Key, Measurement> measurements = new HashMap<>();

    /**
     * Adds a measurement.
     *
     * @param contestant of whom
     * @param cell under which circumstances
     * @param measurement what came of it
     */
    public void add(Contestant contestant, Cell cell, Measurement measurement) {
        measurements.put(new Key(contestant, cell), measurement);
    }

    OptionalDouble perSecond(Contestant contestant, Cell cell) {
        return figure(contestant, cell, Measurement::perSecond);
    }

    /** How long one call takes, for the thread that makes it. */
    OptionalDouble nanos(Contestant contestant, Cell cell) {
        return figure(contestant, cell, measurement -> cell.threads() * NANOS / measurement.perSecond());
    }

    OptionalDouble bytes(Contestant contestant, Cell cell) {
        return figure(contestant, cell, measurement -> whole(measurement.bytes()));
    }

    OptionalDouble callerBytes(Contestant contestant, Cell cell) {
        return figure(contestant, cell, measurement -> whole(measurement.callerBytes()));
    }

    OptionalDouble callerNanos(Contestant contestant, Cell cell) {
        return figure(contestant, cell, Measurement::callerNanos);
    }

    /** How many times as long one takes as another. */
    OptionalDouble over(Contestant contestant, Contestant other, Cell cell) {
        return ratio(nanos(contestant, cell), nanos(other, cell));
    }

    /** How many times as fast this library is as the fastest of what others would use. */
    OptionalDouble ownOverFastestPeer(Cell cell) {
        return Contestant.peers().stream()
                .map(peer -> over(peer, Contestant.OWN, cell))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    private OptionalDouble figure(Contestant contestant, Cell cell, ToDoubleFunction<Measurement> figure) {
        Measurement measurement = measurements.get(new Key(contestant, cell));
        return measurement == null ? OptionalDouble.empty() : OptionalDouble.of(figure.applyAsDouble(measurement));
    }

    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static double whole(double bytes) {
        return bytes < NOTHING ? 0 : bytes;
    }
}
