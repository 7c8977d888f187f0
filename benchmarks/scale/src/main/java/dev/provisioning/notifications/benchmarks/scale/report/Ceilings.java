package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many applications one node can have, for each thing of which there is only so much.
 *
 * @param capacity what is computed
 */
record Ceilings(Capacity capacity) {
    /**
     * Where one thing ends.
     *
     * @param resource which thing
     * @param applications at how many applications
     */
    record Ceiling(String resource, double applications) {}

    /** The lowest first. */
    List<Ceiling> all() {
        return Stream.of(
                        hour(Premises.FEW, Premises.DEFAULT_RATE, "at the default rate"),
                        hour(Premises.MANY, Premises.DEFAULT_RATE, "at the default rate"),
                        hour(Premises.FEW, capacity.mailsPerSecond(), "at the fastest"),
                        hour(Premises.MANY, capacity.mailsPerSecond(), "at the fastest"),
                        room(
                                "GiB of heap, the store in memory",
                                Premises.HEAP,
                                capacity.heapBytesEach(Keeper.NOTIFIER)),
                        room(
                                "GiB of heap, the store in a file",
                                Premises.HEAP,
                                capacity.heapBytesEach(Keeper.IDLE_FILE)),
                        room("GiB of disk, SQLite", Premises.DISK, capacity.fileBytesEach()))
                .filter(ceiling -> Double.isFinite(ceiling.applications()))
                .sorted(Comparator.comparingDouble(Ceiling::applications))
                .toList();
    }

    private static Ceiling hour(double part, double rate, String how) {
        return new Ceiling(
                "a morning of an hour, " + count(part * 100) + " % with an issue, " + how,
                Capacity.applicationsForAnHour(part, rate));
    }

    private static Ceiling room(String unit, int units, double bytesEach) {
        return new Ceiling(units + " " + unit, units * Premises.GIBIBYTE / bytesEach);
    }
}
