package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.medium.Engine;

/**
 * What applications with an issue take on the disk.
 *
 * @param engine where their ledgers are
 * @param applications how many there are
 * @param bytes what all of them take
 */
public record Occupied(Engine engine, int applications, long bytes) {
    /** {@return what one takes} */
    public double each() {
        return bytes / (double) applications;
    }
}
