package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.Notification;
import java.time.Instant;

/**
 * A mail that was, or would have been, accepted.
 *
 * @param at when, in the time of the files
 * @param notification what it says
 */
record SentMail(Instant at, Notification notification) {}
