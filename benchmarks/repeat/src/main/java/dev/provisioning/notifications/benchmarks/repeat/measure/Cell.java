package dev.provisioning.notifications.benchmarks.repeat.measure;

/**
 * Circumstances under which everybody is measured.
 *
 * @param applications how many applications there are
 * @param threads how many threads report at once
 * @param copies whether what is reported is equal to what was reported before, and not the same object
 */
public record Cell(int applications, int threads, boolean copies) {}
