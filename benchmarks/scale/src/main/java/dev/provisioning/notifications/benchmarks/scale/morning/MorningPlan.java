package dev.provisioning.notifications.benchmarks.scale.morning;

import java.util.List;

/**
 * How many are due, and how many mails of them are sent.
 *
 * @param sizes how many are due when it is asked who is, from the least to the most
 * @param mornings at which of these sizes mails are sent
 * @param mails how many mails are sent, the first ones
 * @param nodes how many nodes send them where several may
 * @param urgent how many more are due that are urgent
 * @param cappedPerSecond how many mails a second are allowed where that is what is looked at
 * @param cappedSeconds for how long
 */
public record MorningPlan(
        List<Integer> sizes,
        List<Integer> mornings,
        int mails,
        List<Integer> nodes,
        int urgent,
        int cappedPerSecond,
        int cappedSeconds) {}
