package dev.provisioning.notifications.benchmarks.repeat.measure;

/**
 * What a repeat costs.
 *
 * @param perSecond how many are reported in a second, by all threads together
 * @param bytes what one allocates, with all that happens in the background meanwhile
 * @param callerBytes what one allocates on the thread that reports
 * @param callerNanos how much processor time one takes of the thread that reports, in nanoseconds
 */
public record Measurement(double perSecond, double bytes, double callerBytes, double callerNanos) {}
