package dev.provisioning.notifications.benchmarks.scale.mails;

import java.util.List;

/**
 * How many mails are sent.
 *
 * @param deliveries how many at a time, in turn
 * @param warmUp how many before anything counts
 * @param mails how many count
 * @param profiled how many at a time where it is looked where the processor time goes
 */
public record MailPlan(List<Integer> deliveries, int warmUp, int mails, int profiled) {}
