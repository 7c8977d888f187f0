package dev.provisioning.notifications.benchmarks.smtp.steps;

/**
 * What a step of a mail costs.
 *
 * @param label what is done
 * @param micros how long it takes, in microseconds
 */
public record StepCost(String label, double micros) {}
