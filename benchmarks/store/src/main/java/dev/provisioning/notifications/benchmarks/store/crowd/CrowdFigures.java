package dev.provisioning.notifications.benchmarks.store.crowd;

import dev.provisioning.notifications.benchmarks.store.load.Pace;

/**
 * What a store is like that holds many applications.
 *
 * @param applications how many
 * @param loadedPerSecond how many of them were put in a second
 * @param bytes what they take on the disk
 * @param openMillis how long it takes to open the store and to ask it what is due next
 * @param idle how long it takes to find that nothing is due, and what will be next
 * @param due how long it takes to find the one that is due
 * @param report how long a new report takes
 */
public record CrowdFigures(
        int applications, double loadedPerSecond, long bytes, double openMillis, Pace idle, Pace due, Pace report) {
    private static final double MEBIBYTE = 1 << 20;
    private static final double MILLION = 1e6;

    /** {@return what they take, in MiB} */
    public double mebibytes() {
        return bytes / MEBIBYTE;
    }

    /** {@return what a million of them would take, in MiB} */
    public double mebibytesForMillion() {
        return mebibytes() * MILLION / applications;
    }
}
