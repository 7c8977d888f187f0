package dev.provisioning.notifications.smtp;

import org.jspecify.annotations.Nullable;

/**
 * From whom mails come.
 *
 * @param from the address that readers see
 * @param name the name that readers see beside it, if any
 * @param envelope the address of MAIL, where bounces go; empty for the null sender of RFC 5321 section 4.5.5
 */
record Sender(Mailbox from, @Nullable String name, String envelope) {}
