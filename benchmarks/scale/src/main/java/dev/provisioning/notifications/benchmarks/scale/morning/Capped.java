package dev.provisioning.notifications.benchmarks.scale.morning;

/**
 * Whether the cap on the rate holds.
 *
 * @param allowed how many mails a second were allowed
 * @param mostInASecond the most that left within any second
 * @param mails how many left in all
 */
public record Capped(int allowed, int mostInASecond, int mails) {}
