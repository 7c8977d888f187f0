package dev.provisioning.notifications.benchmarks.store.mails;

/**
 * What mails cost.
 *
 * @param mailsPerSecond how many a second, from the claim to the used slot
 * @param commits how many transactions each took, with the one that held its issue
 */
public record MailCost(double mailsPerSecond, double commits) {}
