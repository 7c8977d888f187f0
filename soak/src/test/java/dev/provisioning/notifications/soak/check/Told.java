package dev.provisioning.notifications.soak.check;

/**
 * An issue as a mail names it.
 *
 * @param key which
 * @param count how often it was reported
 * @param perhaps whether the mail says that another may have named it
 */
public record Told(String key, long count, boolean perhaps) {}
