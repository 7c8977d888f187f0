package dev.provisioning.notifications.benchmarks.scale.start;

/**
 * What it takes until an embedding is ready.
 *
 * @param millis from the start of the Java process, the median
 * @param classes how many classes are loaded
 * @param jars how many jars the host gets
 * @param bytes how big they are
 * @param threads how many threads there are, those of the JDK included
 */
public record Readiness(double millis, long classes, int jars, long bytes, int threads) {
    private static final double KILOBYTE = 1000;

    /** {@return how big the jars are, in KB} */
    public double kilobytes() {
        return bytes / KILOBYTE;
    }
}
